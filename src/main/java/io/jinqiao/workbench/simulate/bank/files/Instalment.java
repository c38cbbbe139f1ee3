package io.jinqiao.workbench.simulate.bank.files;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One instalment as a bank reports it; amounts in fen.
 *
 * @param paid principal, overdue principal, interest, overdue interest, penalty interest, fine
 * @param unpaid the same
 * @param source code; empty when nothing was paid
 * @param result code
 */
record Instalment(
        String loanAccountNo,
        String contractNo,
        String applicationNo,
        String name,
        int term,
        LocalDate due,
        LocalDate booked,
        @Nullable LocalDate paidOn,
        List<Long> paid,
        List<Long> unpaid,
        String source,
        long balance,
        int remaining,
        String result,
        String resultText,
        String hostSerial) {

    /** Names of the columns, in words; every bank has them in this order. */
    static final List<String> COLUMNS = List.of(
            "loan acct no", "loan contract no", "app no", "name", "term no", "due date", "accounting date", "paid date",
            "paid principal", "paid overdue principal", "paid interest", "paid overdue interest", "paid penalty", "paid fine",
            "unpaid principal", "unpaid overdue principal", "unpaid interest", "unpaid overdue interest", "unpaid penalty", "unpaid fine",
            "source", "balance", "remain months", "result", "result text", "host serial");

    /** @param money fen to text */
    List<String> texts(LongFunction<String> money, DateTimeFormatter date) {
        List<String> texts = new ArrayList<>(List.of(
                loanAccountNo, contractNo, applicationNo, name, "" + term, date.format(due), date.format(booked), paidOn == null ? "" : date.format(paidOn)));
        paid.forEach(fen -> texts.add(money.apply(fen)));
        unpaid.forEach(fen -> texts.add(money.apply(fen)));
        texts.addAll(List.of(source, money.apply(balance), "" + remaining, result, resultText, hostSerial));
        return texts;
    }

    static long paid(List<Instalment> rows) {
        return rows.stream().flatMap(row -> row.paid.stream()).mapToLong(fen -> fen).sum();
    }

    static long unpaid(List<Instalment> rows) {
        return rows.stream().flatMap(row -> row.unpaid.stream()).mapToLong(fen -> fen).sum();
    }

    /** Fen as yuan with two decimals. */
    static String yuan(long fen) {
        return fen / 100 + "." + (fen % 100 < 10 ? "0" : "") + fen % 100;
    }
}

package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.FileAnswer;
import io.jinqiao.adapter.FileArrival;
import io.jinqiao.adapter.FileDoor;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bank's file, in its own form, through the whole gateway to the ledger, and the answer in that form. */
class LedgerFilesTest {
    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> NAMES = Map.of(
            "icbc", "GJJHK20261120LEDGER.txt",
            "abc", "HFRS_20261120_LEDGER.DAT",
            "ccb", "REPAY_20261120_LEDGER.xml",
            "psbc", "repayment-status-20261120-LEDGER.csv");
    private static final Map<String, String> BALANCE = Map.of("icbc", "balance", "abc", "Balance", "ccb", "<FIELD>BALANCE</FIELD>", "psbc", "balance,balance");
    private static RunningGateway gateway;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void aFilesRowsAreInTheLedgerTheWrongOneIsSentBackAndTheSameFileAgainChangesNothing(String bank) throws IOException {
        List<Content.Group> rows = IntStream.range(0, 250).mapToObj(i -> row("L" + i, i == 42 ? 991_000 : 992_000)).toList();
        IntStream.range(0, 250).forEach(i -> open(gateway, bank, "L" + i));
        FileArrival arrival = written(bank, rows);
        FileAnswer answer = gateway.room(FileDoor.class).receive(arrival);
        String text = new String(answer.bytes(), charset(bank));
        assertThat(answer.refused()).isFalse();
        assertThat(text).contains("repayment.sum_wrong").contains("balance").contains("992000");
        assertThat(text).as("in the bank's own word").contains(BALANCE.get(bank));
        assertThat(count(bank)).isEqualTo(249);
        assertThat(gateway.journal("received", "file " + arrival.name())).hasSize(2).contains("none").containsAnyOf("channel", "accepted");

        FileAnswer again = gateway.room(FileDoor.class).receive(arrival);
        assertThat(again.bytes()).isEqualTo(answer.bytes());
        assertThat(count(bank)).isEqualTo(249);
        assertThat(jdbc().queryForObject("SELECT count(*) FROM repayment_fact_file WHERE partner = ? AND file_no = 'LEDGER'", Long.class, bank)).isEqualTo(1);
    }

    @Test
    void aFileThatFallsByItsWrongRowsIsAnsweredWithAllOfThem() throws IOException {
        FileArrival arrival = written("icbc", List.of(row("NOBODY", 992_000), row("NO-ONE", 992_000)), "LEDGERFALLS", "GJJHK20261120LEDGERFALLS.txt");
        FileAnswer answer = gateway.room(FileDoor.class).receive(arrival);
        assertThat(answer.refused()).isTrue();
        assertThat(new String(answer.bytes(), charset("icbc"))).contains("repayment.too_many_refused").contains("repayment.account_unknown");
        assertThat(gateway.room(FileDoor.class).receive(arrival).bytes()).isEqualTo(answer.bytes());
    }

    private FileArrival written(String bank, List<Content.Group> rows) throws IOException {
        return written(bank, rows, "LEDGER", NAMES.get(bank));
    }

    private FileArrival written(String bank, List<Content.Group> rows, String fileNo, String name) throws IOException {
        FileExchange exchange = gateway.room(Catalogue.class).files(new PartnerId(bank)).get(FileKind.REPAYMENT_STATUS);
        Content.Group head = Content.group()
                .put("fileNo", fileNo)
                .put("accountingDate", DUE)
                .put("rows", rows.size())
                .put("paid", rows.size() * 13_000L)
                .put("unpaid", 0)
                .build();
        Path file = folder.resolve(name);
        String beside;
        try (OutputStream out = Files.newOutputStream(file)) {
            beside = exchange.request().write(head, rows.iterator(), out);
        }
        String marker = bank.equals("ccb") ? beside + " " + gateway.fileSignature(beside, "ccb") : null;
        return new FileArrival(bank, FileKind.REPAYMENT_STATUS, name, file, marker);
    }

    private static Content.Group row(String account, long balance) {
        return row(account, DUE, balance);
    }

    static Content.Group row(String account, LocalDate day, long balance) {
        return Content.group()
                .put("loanAccountNo", account)
                .put("instalment", 1)
                .put("dueOn", day)
                .put("accountingDate", day)
                .put("paidOn", day)
                .put("paid", parts(8_000, 5_000))
                .put("unpaid", parts(0, 0))
                .put("source", "bank-account")
                .put("balance", balance)
                .put("remainingMonths", 119)
                .put("result", "paid")
                .put("hostSerial", "H-" + account)
                .build();
    }

    private static Content.Group parts(long principal, long interest) {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", 0)
                .put("interest", interest)
                .put("overdueInterest", 0)
                .put("penalty", 0)
                .put("fine", 0)
                .build();
    }

    static void open(RunningGateway gateway, String bank, String account) {
        LocalDate paidOut = DUE.minusMonths(1);
        gateway.room(Repayments.class).opened(
                new OpenLoan(
                        new PartnerId(bank), account, null, null, new Money(1_000_000), 120, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, DUE,
                        new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                        new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(1_000_000), paidOut),
                "gateway");
    }

    private static long count(String bank) {
        return jdbc().queryForObject(
                "SELECT count(*) FROM repayment_fact_instalment WHERE partner = ? AND account_no LIKE 'L%' AND owed_fen = 0", Long.class, bank);
    }

    private static JdbcTemplate jdbc() {
        return gateway.room(JdbcTemplate.class);
    }

    private static Charset charset(String bank) {
        return gateway.room(Catalogue.class).files(new PartnerId(bank)).get(FileKind.REPAYMENT_STATUS).result().form().charset();
    }
}

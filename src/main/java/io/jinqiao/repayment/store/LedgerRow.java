package io.jinqiao.repayment.store;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RowPlaces;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row as the ledger keeps it: its columns, and where in a file's row their values lie. */
final class LedgerRow {
    private static final List<String> PARTS = List.of("principal", "overduePrincipal", "interest", "overdueInterest", "penalty", "fine");
    static final String COLUMNS = Stream.of("paid", "unpaid")
                    .flatMap(group -> Stream.of("principal", "overdue_principal", "interest", "overdue_interest", "penalty", "fine").map(part -> group + "_" + part))
                    .collect(Collectors.joining(", ", "file, ", ", "))
            + "balance, line, due_on, accounting_date, instalment, remaining_months, result, bank, account_no, source, paid_on, host_serial";

    private static final RowPlaces PLACES = new RowPlaces(FileKind.REPAYMENT_STATUS.rowShape());
    private static final int[] AMOUNTS = Stream.of("paid.", "unpaid.")
            .flatMap(group -> PARTS.stream().map(part -> group + part))
            .mapToInt(PLACES::of)
            .toArray();
    private static final int BALANCE = PLACES.of("balance");
    private static final int DUE_ON = PLACES.of("dueOn");
    static final int ACCOUNTING_DATE = PLACES.of("accountingDate");
    private static final int PAID_ON = PLACES.of("paidOn");
    private static final int INSTALMENT = PLACES.of("instalment");
    private static final int REMAINING = PLACES.of("remainingMonths");
    private static final int SOURCE = PLACES.of("source");
    private static final int RESULT = PLACES.of("result");
    private static final int HOST_SERIAL = PLACES.of("hostSerial");
    static final int ACCOUNT_NO = PLACES.of("loanAccountNo");
    private static final int FIELDS = COLUMNS.split(", ").length;

    private LedgerRow() {}

    static void write(FileRow row, String accountNo, long file, PartnerId bank, BinaryRows out) throws SQLException {
        out.row(FIELDS);
        out.bigint(file);
        for (int place : AMOUNTS) {
            out.bigint(row.fen(place));
        }
        out.bigint(row.fen(BALANCE));
        out.integer((int) row.line());
        out.date(row.epochDay(DUE_ON));
        out.date(row.epochDay(ACCOUNTING_DATE));
        out.smallint(row.number(INSTALMENT));
        out.smallint(row.number(REMAINING));
        out.smallint(row.word(RESULT));
        out.text(bank.value());
        out.text(accountNo);
        if (row.has(SOURCE)) {
            out.smallint(row.word(SOURCE));
        } else {
            out.nothing();
        }
        if (row.has(PAID_ON)) {
            out.date(row.epochDay(PAID_ON));
        } else {
            out.nothing();
        }
        out.text(row.text(HOST_SERIAL));
    }
}

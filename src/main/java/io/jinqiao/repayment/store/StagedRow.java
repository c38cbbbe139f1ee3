package io.jinqiao.repayment.store;

import io.jinqiao.message.FileKind;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.RowPlaces;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row as it is staged: its columns, and where in a file's row their values lie. */
final class StagedRow {
    private static final List<String> PARTS = List.of("principal", "overduePrincipal", "interest", "overdueInterest", "penalty", "fine");
    private static final List<String> PART_COLUMNS = Stream.of("paid", "unpaid")
            .flatMap(group -> Stream.of("principal", "overdue_principal", "interest", "overdue_interest", "penalty", "fine").map(part -> group + "_" + part))
            .toList();
    /** What a row of the ledger has of it, in the order of the table. */
    static final String KEPT = String.join(", ", PART_COLUMNS)
            + ", balance, line, due_on, accounting_date, paid_on, instalment, remaining_months, source, result, host_serial";
    static final String COLUMNS = KEPT + ", account_no";
    static final String DEFINITIONS = PART_COLUMNS.stream().map(column -> column + " bigint").collect(Collectors.joining(", "))
            + ", balance bigint, line integer, due_on date, accounting_date date, paid_on date, instalment smallint, remaining_months smallint,"
            + " source smallint, result smallint, host_serial text, account_no text COLLATE \"C\"";

    private static final RowPlaces PLACES = new RowPlaces(FileKind.REPAYMENT_STATUS.rowShape());
    private static final int[] AMOUNTS = Stream.of("paid.", "unpaid.")
            .flatMap(group -> PARTS.stream().map(part -> group + part))
            .mapToInt(PLACES::of)
            .toArray();
    private static final int BALANCE = PLACES.of("balance");
    private static final int DUE_ON = PLACES.of("dueOn");
    private static final int ACCOUNTING_DATE = PLACES.of("accountingDate");
    private static final int PAID_ON = PLACES.of("paidOn");
    private static final int INSTALMENT = PLACES.of("instalment");
    private static final int REMAINING = PLACES.of("remainingMonths");
    private static final int SOURCE = PLACES.of("source");
    private static final int RESULT = PLACES.of("result");
    private static final int HOST_SERIAL = PLACES.of("hostSerial");
    private static final int ACCOUNT_NO = PLACES.of("loanAccountNo");
    private static final int FIELDS = COLUMNS.split(", ").length;

    private StagedRow() {}

    static void write(FileRow row, BinaryRows out) throws SQLException {
        out.row(FIELDS);
        for (int place : AMOUNTS) {
            out.bigint(row.fen(place));
        }
        out.bigint(row.fen(BALANCE));
        out.integer((int) row.line());
        out.date(row.epochDay(DUE_ON));
        out.date(row.epochDay(ACCOUNTING_DATE));
        if (row.has(PAID_ON)) {
            out.date(row.epochDay(PAID_ON));
        } else {
            out.nothing();
        }
        out.smallint(row.number(INSTALMENT));
        out.smallint(row.number(REMAINING));
        if (row.has(SOURCE)) {
            out.smallint(row.word(SOURCE));
        } else {
            out.nothing();
        }
        out.smallint(row.word(RESULT));
        out.text(row.text(HOST_SERIAL));
        out.text(row.text(ACCOUNT_NO));
    }
}

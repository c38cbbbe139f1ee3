package io.jinqiao.credit.facts;

import io.jinqiao.message.Money;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan at the end of a month as the other rooms publish it: columns of {@code repayment_fact_month}, what it was accepted on, its mortgages, what the core
 * system told of its borrower. Bytes are concealed.
 *
 * @param lastDue due day of the last instalment agreed
 * @param toldUntil last day of which its bank told everything; null: of none
 */
record MonthRow(
        YearMonth month,
        String bank,
        String loanAccountNo,
        Money amount,
        String method,
        int months,
        LocalDate disbursedOn,
        LocalDate firstDue,
        LocalDate lastDue,
        @Nullable LocalDate dueOn,
        Money balance,
        int remaining,
        int shortened,
        int overdue,
        int days,
        Money owed,
        Money owedPrincipal,
        Money to60,
        Money to90,
        Money to180,
        Money longer,
        Money fell,
        Money paid,
        Money prepaid,
        boolean paidAfterDue,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate toldUntil,
        @Nullable String scheme,
        byte @Nullable [] application,
        List<byte[]> mortgages,
        byte @Nullable [] profile) {

    static MonthRow read(ResultSet row) throws SQLException {
        return new MonthRow(
                YearMonth.from(row.getDate("month").toLocalDate()),
                row.getString("partner"),
                row.getString("account_no"),
                fen(row, "amount_fen"),
                row.getString("method"),
                row.getInt("months"),
                row.getDate("disbursed_on").toLocalDate(),
                row.getDate("first_due").toLocalDate(),
                row.getDate("last_due").toLocalDate(),
                day(row, "due_on"),
                fen(row, "balance_fen"),
                Math.max(0, row.getInt("remaining")),
                row.getInt("shortened"),
                row.getInt("overdue"),
                row.getInt("days"),
                fen(row, "owed_fen"),
                fen(row, "owed_principal_fen"),
                fen(row, "to60_fen"),
                fen(row, "to90_fen"),
                fen(row, "to180_fen"),
                fen(row, "longer_fen"),
                fen(row, "fell_fen"),
                fen(row, "paid_fen"),
                fen(row, "prepaid_fen"),
                row.getBoolean("paid_after_due"),
                day(row, "paid_on"),
                day(row, "told_on"),
                day(row, "told_until"),
                row.getString("scheme"),
                row.getBytes("application"),
                bytes(row),
                row.getBytes("profile"));
    }

    private static List<byte[]> bytes(ResultSet row) throws SQLException {
        return List.of((byte[][]) row.getArray("mortgages").getArray());
    }

    private static Money fen(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    /** What is concealed in it. */
    List<byte[]> concealed() {
        List<byte[]> all = new ArrayList<>(mortgages);
        if (application != null) {
            all.add(application);
        }
        if (profile != null) {
            all.add(profile);
        }
        return all;
    }

    LocalDate end() {
        return month.atEndOfMonth();
    }

    /** Nothing is owed any more. */
    boolean paidOff() {
        return toldOn != null && balance.fen() == 0 && owed.fen() == 0;
    }

    /** Whether the month's instalment may fall due by this day of it: in a short month it never falls due before the day of the first one, or the month's last. */
    boolean mayFallDueBy(LocalDate day) {
        return fallsDue() && day.getDayOfMonth() >= Math.min(firstDue.getDayOfMonth(), month.lengthOfMonth());
    }

    /** Whether an instalment falls due in the month by the contract. */
    boolean fallsDue() {
        return !month.isBefore(YearMonth.from(firstDue)) && !month.isAfter(YearMonth.from(lastDue()));
    }
}

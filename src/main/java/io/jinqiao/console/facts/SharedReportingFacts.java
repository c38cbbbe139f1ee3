package io.jinqiao.console.facts;

import io.jinqiao.credit.CreditLists;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who does what of single loans towards the Center, and the lists of banks that report themselves, as the room of credit shows them. */
@Component
public class SharedReportingFacts {
    private static final int MOST = 500;
    private static final int TOGETHER = 1000;

    private final JdbcClient db;
    private final JdbcTemplate rows;

    SharedReportingFacts(JdbcClient db, JdbcTemplate rows) {
        this.db = db;
        this.rows = rows;
    }

    /** Columns as {@code credit_fact_duty} says. */
    public record Duty(
            long number, String account, String reporter, String notifier, String objections, String agreement, String reason, String proposedBy, ZonedDateTime proposedAt,
            @Nullable Boolean confirmed, @Nullable String answeredBy, @Nullable ZonedDateTime answeredAt, @Nullable String file) {}

    /** Columns as {@code credit_fact_list_taken} says. */
    public record Taken(String partner, LocalDate month, long lines, String takenBy, ZonedDateTime takenAt, long differing) {}

    /** Columns as {@code credit_fact_list} says; both sides as a line of the list without its number. */
    public record Differing(String loanAccountNo, @Nullable String ours, @Nullable String theirs) {}

    /** The latest ones first. */
    public List<Duty> duties() {
        return db.sql("SELECT * FROM credit_fact_duty ORDER BY number DESC LIMIT " + MOST).query((row, i) -> duty(row)).list();
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                row.getLong("number"), row.getString("account"), row.getString("reporter"), row.getString("notifier"), row.getString("objections"), row.getString("agreement"), row.getString("reason"),
                row.getString("proposed_by"), Shown.surelyAt(row, "proposed_at"), row.getObject("confirmed", Boolean.class), row.getString("answered_by"), Shown.at(row, "answered_at"), row.getString("file"));
    }

    /** The latest months first. */
    public List<Taken> lists() {
        return db.sql("SELECT * FROM credit_fact_list_taken ORDER BY month DESC, partner LIMIT " + MOST)
                .query((row, i) -> new Taken(
                        row.getString("partner"), row.getObject("month", LocalDate.class), row.getLong("lines"), row.getString("taken_by"), Shown.surelyAt(row, "taken_at"), row.getLong("differing")))
                .list();
    }

    /** Loans that stand otherwise, or on one side only: the first {@value #MOST} by their numbers. */
    public List<Differing> differing(String bank, YearMonth month) {
        return db.sql("SELECT * FROM credit_fact_list WHERE partner = :bank AND month = :month AND ours IS DISTINCT FROM theirs ORDER BY loan_account_no LIMIT " + MOST)
                .param("bank", bank)
                .param("month", month.atDay(1))
                .query((row, i) -> new Differing(row.getString("loan_account_no"), joined(row.getArray("ours")), joined(row.getArray("theirs"))))
                .list();
    }

    private static @Nullable String joined(@Nullable Array values) throws SQLException {
        return values == null ? null : String.join(",", (String[]) values.getArray());
    }

    /** The centre's list for a bank: every loan the bank should have told of, in the form the bank's list has. */
    @Transactional(readOnly = true)
    public void write(String bank, YearMonth month, Writer out) {
        PrintWriter lines = new PrintWriter(out);
        lines.print(CreditLists.HEADER + "\r\n");
        rows.query(
                connection -> {
                    var statement = connection.prepareStatement("SELECT loan_account_no, ours FROM credit_fact_list WHERE partner = ? AND month = ? AND ours IS NOT NULL ORDER BY loan_account_no");
                    statement.setFetchSize(TOGETHER);
                    statement.setString(1, bank);
                    statement.setObject(2, month.atDay(1));
                    return statement;
                },
                (RowCallbackHandler) row -> lines.print(row.getString(1) + "," + joined(row.getArray(2)) + "\r\n"));
        lines.flush();
        if (lines.checkError()) {
            throw new UncheckedIOException(new IOException("the list could not be written whole"));
        }
    }
}

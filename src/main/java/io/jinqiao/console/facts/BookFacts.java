package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounting dates compared with banks, as the room of repayments shows them. */
@Component
public class BookFacts {
    private static final int MOST = 400;

    private final JdbcClient db;

    BookFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code repayment_fact_day} says. */
    public record Day(
            String partner, LocalDate day, String state, int items, int matched, long differences, long open, @Nullable ZonedDateTime comparedAt, @Nullable ZonedDateTime closedAt) {}

    /** Columns as {@code repayment_fact_difference} says; amounts in fen. */
    public record Difference(
            String differenceNo, String type, String kind, @Nullable String accountNo, String reference, @Nullable Long centreFen, @Nullable Long bankFen, String owner,
            LocalDate dueOn, @Nullable String explanation, @Nullable String explainedBy, @Nullable String confirmedBy) {}

    /** The latest ones first. @param partner null: every bank */
    public List<Day> days(@Nullable String partner) {
        return db.sql("SELECT * FROM repayment_fact_day WHERE (:partner::text IS NULL OR partner = :partner) ORDER BY day DESC, partner LIMIT " + MOST)
                .param("partner", partner)
                .query((row, i) -> day(row))
                .list();
    }

    public Optional<Day> day(String partner, LocalDate day) {
        return db.sql("SELECT * FROM repayment_fact_day WHERE partner = ? AND day = ?").params(partner, day).query((row, i) -> day(row)).optional();
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getString("partner"), row.getObject("day", LocalDate.class), row.getString("state"), row.getInt("items"), row.getInt("matched"),
                row.getLong("differences"), row.getLong("open"), Shown.at(row, "compared_at"), Shown.at(row, "closed_at"));
    }

    public List<Difference> differences(String partner, LocalDate day) {
        return db.sql("SELECT * FROM repayment_fact_difference WHERE partner = ? AND day = ? ORDER BY difference_no")
                .params(partner, day)
                .query((row, i) -> new Difference(
                        row.getString("difference_no"), row.getString("type"), row.getString("kind"), row.getString("account_no"), row.getString("reference"),
                        row.getObject("centre_fen", Long.class), row.getObject("bank_fen", Long.class), row.getString("owner"), row.getObject("due_on", LocalDate.class),
                        row.getString("explanation"), row.getString("explained_by"), row.getString("confirmed_by")))
                .list();
    }
}

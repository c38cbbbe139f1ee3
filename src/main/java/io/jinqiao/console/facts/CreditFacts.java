package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports to the credit reference system as the room of credit shows them. */
@Component
public class CreditFacts {
    private static final int MOST = 500;
    private static final Duration ALIVE = Duration.ofMinutes(5);

    private final JdbcClient db;
    private final Clock clock;

    CreditFacts(JdbcClient db, @Qualifier("businessClock") Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Columns as {@code credit_fact_run} says. @param silent nobody told for long how far it is: it waits, or its process died and another one goes on with it */
    public record Run(
            long number, LocalDate month, String askedBy, ZonedDateTime askedAt, @Nullable ZonedDateTime begunAt, @Nullable ZonedDateTime seenAt, long seen, long sent, long aside,
            long underWay, long done, long elsewhere, int starts, @Nullable ZonedDateTime endedAt, boolean silent) {}

    /** Columns as {@code credit_fact_file} says. */
    public record File(String name, String record, ZonedDateTime madeAt, int rows, long size, @Nullable ZonedDateTime deliveredAt, @Nullable Integer answer, @Nullable ZonedDateTime answeredAt, @Nullable ZonedDateTime missedAt) {}

    /** Columns as {@code credit_fact_aside} says. */
    public record Aside(String account, LocalDate month, String rule, String item, ZonedDateTime since) {}

    /** Columns as {@code credit_fact_refused} says. */
    public record Refused(String account, String file, int row, LocalDate reported, @Nullable LocalDate month, List<String> rules) {}

    /** Columns as {@code credit_fact_feedback} says. */
    public record Feedback(String name, ZonedDateTime cameAt, boolean taken, boolean repeated, int accepted, int refused, List<String> problems) {}

    /** Columns as {@code credit_fact_notice} says. */
    public record Notice(String account, LocalDate episode, String person, String event, LocalDate onDay, @Nullable String channel) {}

    /** Columns as {@code credit_fact_release} says. */
    public record Release(long number, String account, LocalDate episode, String person, String reason, String proposedBy, ZonedDateTime proposedAt) {}

    /** Columns as {@code credit_fact_change} says. */
    public record Change(
            long number, String account, @Nullable LocalDate fromDay, @Nullable LocalDate toDay, @Nullable String becomes, String reason, String proposedBy, ZonedDateTime proposedAt, @Nullable Boolean confirmed,
            @Nullable String answeredBy, @Nullable ZonedDateTime answeredAt, @Nullable String file, @Nullable Integer answer) {}

    /** The latest ones first. */
    public List<Change> changes() {
        return db.sql("SELECT * FROM credit_fact_change ORDER BY number DESC LIMIT " + MOST)
                .query((row, i) -> new Change(
                        row.getLong("number"), row.getString("account"), row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class), row.getString("becomes"), row.getString("reason"),
                        row.getString("proposed_by"), Shown.surelyAt(row, "proposed_at"), row.getObject("confirmed", Boolean.class), row.getString("answered_by"), Shown.at(row, "answered_at"),
                        row.getString("file"), row.getObject("answer", Integer.class)))
                .list();
    }

    /** The latest ones first. */
    public List<Run> runs() {
        Instant now = clock.instant();
        return db.sql("SELECT * FROM credit_fact_run ORDER BY number DESC LIMIT " + MOST).query((row, i) -> run(row, now)).list();
    }

    private static Run run(ResultSet row, Instant now) throws SQLException {
        ZonedDateTime seen = Shown.at(row, "seen_at");
        ZonedDateTime ended = Shown.at(row, "ended_at");
        return new Run(
                row.getLong("number"), row.getObject("month", LocalDate.class), row.getString("asked_by"), Shown.surelyAt(row, "asked_at"), Shown.at(row, "begun_at"), seen,
                row.getLong("seen"), row.getLong("sent"), row.getLong("aside"), row.getLong("under_way"), row.getLong("done"), row.getLong("elsewhere"), row.getInt("starts"), ended,
                ended == null && (seen == null || seen.toInstant().isBefore(now.minus(ALIVE))));
    }

    /** The latest ones first. */
    public List<File> files() {
        return db.sql("SELECT * FROM credit_fact_file ORDER BY made_at DESC, name LIMIT " + MOST)
                .query((row, i) -> new File(
                        row.getString("name"), row.getString("record"), Shown.surelyAt(row, "made_at"), row.getInt("rows"), row.getLong("size"), Shown.at(row, "delivered_at"), row.getObject("answer", Integer.class),
                        Shown.at(row, "answered_at"), Shown.at(row, "missed_at")))
                .list();
    }

    /** @param rule null: any */
    public List<Aside> asides(YearMonth month, @Nullable String rule) {
        return db.sql("SELECT * FROM credit_fact_aside WHERE month = :month AND (:rule::text IS NULL OR rule = :rule) ORDER BY account, rule, item LIMIT " + MOST)
                .param("month", month.atDay(1))
                .param("rule", rule)
                .query((row, i) -> new Aside(row.getString("account"), row.getObject("month", LocalDate.class), row.getString("rule"), row.getString("item"), Shown.surelyAt(row, "since")))
                .list();
    }

    /** The latest files' first. */
    public List<Refused> refused() {
        return db.sql("SELECT * FROM credit_fact_refused ORDER BY file DESC, row LIMIT " + MOST)
                .query((row, i) -> new Refused(
                        row.getString("account"), row.getString("file"), row.getInt("row"), row.getObject("reported", LocalDate.class), row.getObject("month", LocalDate.class),
                        List.of((String[]) row.getArray("refused").getArray())))
                .list();
    }

    /** The latest ones first. */
    public List<Feedback> feedback() {
        return db.sql("SELECT * FROM credit_fact_feedback ORDER BY number DESC LIMIT " + MOST)
                .query((row, i) -> new Feedback(
                        row.getString("name"), Shown.surelyAt(row, "came_at"), row.getBoolean("taken"), row.getBoolean("repeated"), row.getInt("accepted"), row.getInt("refused"),
                        List.of((String[]) row.getArray("problems").getArray())))
                .list();
    }

    /** Notices that did not arrive yet, the oldest first. */
    public List<Notice> notices() {
        return db.sql("SELECT * FROM credit_fact_notice WHERE event NOT IN ('arrived', 'released') ORDER BY episode, account, person LIMIT " + MOST)
                .query((row, i) -> new Notice(
                        row.getString("account"), row.getObject("episode", LocalDate.class), row.getString("person"), row.getString("event"), row.getObject("on_day", LocalDate.class),
                        row.getString("channel")))
                .list();
    }

    /** Proposals nobody answered, the oldest first. */
    public List<Release> releases() {
        return db.sql("SELECT * FROM credit_fact_release WHERE confirmed IS NULL ORDER BY number LIMIT " + MOST)
                .query((row, i) -> new Release(
                        row.getLong("number"), row.getString("account"), row.getObject("episode", LocalDate.class), row.getString("person"), row.getString("reason"),
                        row.getString("proposed_by"), Shown.surelyAt(row, "proposed_at")))
                .list();
    }
}

package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of repayments: those that were read to their end, and those that are being read now. */
@Component
public class IntakeFacts {
    private static final Duration ALIVE = Duration.ofMinutes(2);
    /** A name may have come several times before its file counted: the answer to the file that was judged as the same one among those. */
    private static final String ANSWER = "(SELECT a.id FROM evidence_fact_record r JOIN evidence_fact_record a ON a.answers = r.id WHERE r.message_id = f.message_id"
            + " AND r.partner = f.partner AND r.kind = 'received' AND r.verdict NOT IN ('none', 'refused') AND r.answers IS NULL ORDER BY r.id"
            + " OFFSET (SELECT count(*) FROM repayment_fact_file e WHERE e.message_id = f.message_id AND e.partner = f.partner AND e.id < f.id) LIMIT 1) AS answer";
    private static final String UNREAD = "SELECT r.id, r.partner, substr(r.message_id, 6) AS name, r.at, r.codes, (SELECT a.id FROM evidence_fact_record a"
            + " WHERE a.answers = r.id AND a.kind = 'answered' LIMIT 1) AS answer FROM evidence_fact_record r"
            + " WHERE r.operation = 'repayment-status' AND r.verdict = 'refused' AND r.kind = 'received' AND r.message_id LIKE 'file %'";

    private final JdbcClient db;
    private final Clock clock;

    IntakeFacts(JdbcClient db, @Qualifier("businessClock") Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * @param percent of its bytes that were read
     * @param left seconds its reading will still take
     * @param gone nobody writes it any more: its process was killed, and the file will be brought again
     */
    public record Running(
            String partner, String name, boolean judging, int percent, long rows, long perSecond, long left, ZonedDateTime begunAt, boolean gone) {}

    /**
     * Columns as {@code repayment_fact_file} says.
     *
     * @param answer journal record of the file that was sent back
     */
    public record Taken(
            long id,
            String partner,
            String fileNo,
            String name,
            LocalDate day,
            @Nullable String corrects,
            long rows,
            long refused,
            boolean stands,
            boolean monthly,
            ZonedDateTime knownFrom,
            boolean replaced,
            @Nullable UUID answer) {}

    /**
     * A file of which no row was looked at: its name, head, count, totals, hash or signature is wrong.
     *
     * @param codes failure codes
     * @param answer journal record of the file that was sent back
     */
    public record Unread(UUID record, String partner, String name, ZonedDateTime at, List<String> codes, @Nullable UUID answer) {}

    /** A file that was not here at its cut-off and is not here yet. @param day the last one it tells of @param monthly of the whole month */
    public record Missing(String partner, LocalDate day, ZonedDateTime noticedAt, boolean monthly) {}

    /** The oldest ones first. */
    public List<Missing> missing(int most) {
        return db.sql("SELECT partner, accounting_date, noticed_at, false AS monthly FROM repayment_fact_missing WHERE arrived_at IS NULL"
                        + " UNION ALL SELECT partner, month_end, noticed_at, true FROM repayment_fact_missing_month WHERE arrived_at IS NULL ORDER BY 2, 1 LIMIT ?")
                .param(most)
                .query((row, i) -> new Missing(row.getString("partner"), row.getObject("accounting_date", LocalDate.class), Shown.surelyAt(row, "noticed_at"), row.getBoolean("monthly")))
                .list();
    }

    public List<Running> running() {
        Instant now = clock.instant();
        return db.sql("SELECT * FROM repayment_fact_intake ORDER BY begun_at, partner, name").query((row, i) -> running(row, now)).list();
    }

    /** The latest ones first. */
    public List<Taken> latest(int most) {
        return db.sql("SELECT f.*, " + ANSWER + " FROM repayment_fact_file f WHERE NOT f.single ORDER BY f.id DESC LIMIT ?").param(most).query(IntakeFacts::taken).list();
    }

    public Optional<Taken> find(long id) {
        return db.sql("SELECT f.*, " + ANSWER + " FROM repayment_fact_file f WHERE NOT f.single AND f.id = ?").param(id).query(IntakeFacts::taken).optional();
    }

    /** The latest ones first. */
    public List<Unread> unread(int most) {
        return db.sql(UNREAD + " ORDER BY r.id DESC LIMIT ?").param(most).query(IntakeFacts::unread).list();
    }

    public Optional<Unread> findUnread(UUID record) {
        return db.sql(UNREAD + " AND r.id = ?").param(record).query(IntakeFacts::unread).optional();
    }

    private static Unread unread(ResultSet row, int i) throws SQLException {
        return new Unread(
                row.getObject("id", UUID.class),
                row.getString("partner"),
                row.getString("name"),
                Shown.surelyAt(row, "at"),
                List.of(row.getString("codes").split(" ")),
                row.getObject("answer", UUID.class));
    }

    private static Running running(ResultSet row, Instant now) throws SQLException {
        ZonedDateTime begun = Shown.surelyAt(row, "begun_at");
        ZonedDateTime seen = Shown.surelyAt(row, "seen_at");
        long millis = Math.max(1, Duration.between(begun, seen).toMillis());
        long size = row.getLong("size");
        long bytes = row.getLong("bytes");
        return new Running(
                row.getString("partner"),
                row.getString("name"),
                row.getBoolean("judging"),
                size == 0 ? 0 : (int) Math.min(100, bytes * 100 / size),
                row.getLong("rows"),
                row.getLong("rows") * 1000 / millis,
                bytes == 0 ? 0 : Math.max(0, (size - bytes) * millis / bytes / 1000),
                begun,
                seen.toInstant().isBefore(now.minus(ALIVE)));
    }

    private static Taken taken(ResultSet row, int i) throws SQLException {
        return new Taken(
                row.getLong("id"),
                row.getString("partner"),
                row.getString("file_no"),
                row.getString("name"),
                row.getObject("accounting_date", LocalDate.class),
                row.getString("corrects"),
                row.getLong("rows"),
                row.getLong("refused"),
                row.getBoolean("stands"),
                row.getBoolean("monthly"),
                Shown.surelyAt(row, "known_from"),
                row.getTimestamp("replaced_at") != null,
                row.getObject("answer", UUID.class));
    }
}

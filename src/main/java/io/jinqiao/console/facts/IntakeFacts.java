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
    private static final String ANSWER = "(SELECT r.id FROM evidence_fact_record r WHERE r.message_id = f.message_id AND r.partner = f.partner"
            + " AND r.kind = 'answered' ORDER BY r.id LIMIT 1) AS answer";

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
            ZonedDateTime knownFrom,
            boolean replaced,
            @Nullable UUID answer) {}

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
                Shown.surelyAt(row, "known_from"),
                row.getTimestamp("replaced_at") != null,
                row.getObject("answer", UUID.class));
    }
}

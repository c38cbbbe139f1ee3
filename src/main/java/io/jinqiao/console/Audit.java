package io.jinqiao.console;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who saw or changed what in the console: written, never changed. */
@Service
public class Audit {
    private final JdbcClient db;
    private final Clock clock;

    public Audit(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One line of the audit. @param detail in fixed words; never what was seen */
    public record Line(Instant at, String who, String act, @Nullable String subject, @Nullable String detail) {}

    /** Joins the caller's transaction, so that an act and its line are one commit. */
    public void write(String who, String act, @Nullable String subject, @Nullable String detail) {
        db.sql("INSERT INTO console_audit (at, who, act, subject, detail) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(Timestamp.from(clock.instant()), who, act, subject, detail))
                .update();
    }

    /** The latest lines, newest first. */
    public List<Line> latest(int count) {
        return db.sql("SELECT at, who, act, subject, detail FROM console_audit ORDER BY id DESC LIMIT ?")
                .param(count)
                .query((row, n) -> new Line(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }
}

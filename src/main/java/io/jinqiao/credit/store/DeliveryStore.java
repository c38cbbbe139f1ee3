package io.jinqiao.credit.store;

import io.jinqiao.credit.file.FileName;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Files on their way, and answers as they came. */
@Repository
public class DeliveryStore {
    private final JdbcTemplate sql;

    public DeliveryStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** A file that was not delivered yet. @param digest of the bytes that were made */
    public record Waiting(FileName name, byte[] digest) {}

    /** In the order in which they were made: what accounts refer to before the accounts. */
    public List<Waiting> waiting() {
        return sql.query(
                "SELECT name, digest FROM credit_file WHERE delivered_at IS NULL AND answer IS NULL ORDER BY made_at, record, name",
                (row, i) -> new Waiting(FileName.parse(row.getString("name")).orElseThrow(), row.getBytes("digest")));
    }

    public void delivered(FileName name, Instant at) {
        sql.update("UPDATE credit_file SET delivered_at = ? WHERE name = ?", Timestamp.from(at), name.toString());
    }

    /** Files delivered before a moment that were not answered and not missed before. @return their names */
    public List<String> missed(Instant before, Instant at) {
        return sql.queryForList(
                "UPDATE credit_file SET missed_at = ? WHERE delivered_at < ? AND answer IS NULL AND missed_at IS NULL RETURNING name", String.class, Timestamp.from(at), Timestamp.from(before));
    }

    /** @param problems why it was not taken; none when it was */
    public record Came(String name, byte[] digest, boolean repeated, int accepted, int refused, List<String> problems) {}

    public void came(Came answer, Instant at) {
        sql.update(
                "INSERT INTO credit_feedback (name, digest, came_at, taken, repeated, accepted, refused, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                answer.name(), answer.digest(), Timestamp.from(at), answer.problems().isEmpty(), answer.repeated(), answer.accepted(), answer.refused(),
                answer.problems().toArray(String[]::new));
    }
}

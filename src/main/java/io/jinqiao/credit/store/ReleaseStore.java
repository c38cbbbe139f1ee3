package io.jinqiao.credit.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Proposals to let a record leave although its notice cannot be delivered. */
@Repository
public class ReleaseStore {
    private final JdbcTemplate sql;

    public ReleaseStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    public record Proposal(String account, LocalDate episode, String person, String proposedBy) {}

    /** @return its number; nothing while one is open for this person */
    public Optional<Long> propose(String account, LocalDate episode, String person, String reason, String by, Instant at) {
        return sql.query(
                        """
                        INSERT INTO credit_release (account, episode, person, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING number
                        """,
                        (row, i) -> row.getLong("number"),
                        account, Date.valueOf(episode), person, reason, by, Timestamp.from(at))
                .stream()
                .findFirst();
    }

    /** One nobody answered; locked until the transaction ends. */
    public Optional<Proposal> open(long number) {
        return sql.query(
                        "SELECT account, episode, person, proposed_by FROM credit_release WHERE number = ? AND confirmed IS NULL FOR UPDATE",
                        (row, i) -> new Proposal(row.getString("account"), row.getDate("episode").toLocalDate(), row.getString("person"), row.getString("proposed_by")),
                        number)
                .stream()
                .findFirst();
    }

    public void answer(long number, boolean confirmed, String by, Instant at) {
        sql.update("UPDATE credit_release SET confirmed = ?, answered_by = ?, answered_at = ? WHERE number = ?", confirmed, by, Timestamp.from(at), number);
    }
}

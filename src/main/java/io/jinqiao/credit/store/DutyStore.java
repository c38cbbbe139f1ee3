package io.jinqiao.credit.store;

import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.Side;
import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Repository;

/** Who does what of single loans, where two people entered it. The latest that was confirmed holds. */
@Repository
public class DutyStore {
    private final JdbcTemplate sql;

    public DutyStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    public record Proposal(AgreeDuties what, String by) {}

    /** Those of some accounts that have their own. What the Center has to be told counts when it took it. */
    public Map<String, AgreeDuties> of(Collection<String> accounts) {
        Map<String, AgreeDuties> found = new HashMap<>();
        sql.query(
                """
                SELECT DISTINCT ON (account) account, reporter, notifier, objections, agreement, reason FROM credit_duty
                WHERE account = ANY (?) AND confirmed AND (file IS NULL OR EXISTS (SELECT FROM credit_accepted a WHERE a.file = credit_duty.file AND a.account = credit_duty.account))
                ORDER BY account, answered_at DESC, number DESC
                """,
                (RowCallbackHandler) row -> found.put(row.getString("account"), agreed(row)),
                (Object) accounts.toArray(String[]::new));
        return found;
    }

    /** @return its number; nothing while one of the account is open */
    public Optional<Long> propose(AgreeDuties what, String by, Instant at) {
        return sql.query(
                        """
                        INSERT INTO credit_duty (account, reporter, notifier, objections, agreement, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING number
                        """,
                        (row, i) -> row.getLong("number"),
                        what.account(), Words.of(what.reporter()), Words.of(what.notifier()), Words.of(what.objections()), what.agreement(), what.reason(), by, Timestamp.from(at))
                .stream()
                .findFirst();
    }

    /** One nobody answered; locked until the transaction ends. */
    public Optional<Proposal> open(long number) {
        return sql.query(
                        "SELECT account, reporter, notifier, objections, agreement, reason, proposed_by FROM credit_duty WHERE number = ? AND confirmed IS NULL FOR UPDATE",
                        (row, i) -> new Proposal(agreed(row), row.getString("proposed_by")),
                        number)
                .stream()
                .findFirst();
    }

    private static AgreeDuties agreed(ResultSet row) throws SQLException {
        return new AgreeDuties(row.getString("account"), side(row, "reporter"), side(row, "notifier"), side(row, "objections"), row.getString("agreement"), row.getString("reason"));
    }

    private static Side side(ResultSet row, String column) throws SQLException {
        return Words.parse(row.getString(column), Side.class);
    }

    /** @param file that tells the Center; null when it need not be told, or when it was turned down */
    public void answer(long number, boolean confirmed, @Nullable String file, String by, Instant at) {
        sql.update("UPDATE credit_duty SET confirmed = ?, file = ?, answered_by = ?, answered_at = ? WHERE number = ?", confirmed, file, by, Timestamp.from(at), number);
    }
}

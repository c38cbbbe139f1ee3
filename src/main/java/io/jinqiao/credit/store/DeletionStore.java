package io.jinqiao.credit.store;

import io.jinqiao.credit.DeleteReported;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Proposals to take back what was told by mistake, and what became of them. */
@Repository
public class DeletionStore {
    private final JdbcTemplate sql;

    public DeletionStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    public record Proposal(DeleteReported what, String by) {}

    /** @return its number; nothing while one of the account is open */
    public Optional<Long> propose(DeleteReported what, String by, Instant at) {
        return sql.query(
                        """
                        INSERT INTO credit_deletion (account, from_day, to_day, reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING number
                        """,
                        (row, i) -> row.getLong("number"),
                        what.account(), day(what.from()), day(what.to()), what.reason(), by, Timestamp.from(at))
                .stream()
                .findFirst();
    }

    private static @Nullable Date day(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    /** One nobody answered; locked until the transaction ends. */
    public Optional<Proposal> open(long number) {
        return sql.query(
                        "SELECT account, from_day, to_day, reason, proposed_by FROM credit_deletion WHERE number = ? AND confirmed IS NULL FOR UPDATE",
                        (row, i) -> new Proposal(
                                new DeleteReported(row.getString("account"), day(row, "from_day"), day(row, "to_day"), row.getString("reason")), row.getString("proposed_by")),
                        number)
                .stream()
                .findFirst();
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    /** @param file that asks the Center for it; null when it was turned down */
    public void answer(long number, @Nullable String file, String by, Instant at) {
        sql.update(
                "UPDATE credit_deletion SET confirmed = ?, file = ?, answered_by = ?, answered_at = ? WHERE number = ?", file != null, file, by, Timestamp.from(at), number);
    }

    /** The same of contracts. @return how many */
    int contractsGone(String file) {
        return sql.update(
                """
                WITH gone AS (
                    DELETE FROM credit_reference c USING credit_row r WHERE r.file = ? AND r.refused IS NULL AND c.record = '510' AND c.key = r.account
                    RETURNING c.*)
                INSERT INTO credit_deleted (account, reported, event, closed, adverse, specials, file, row, by_file)
                SELECT key, reported, event, false, false, '{}', file, row, ? FROM gone
                """,
                file, file);
    }

    /**
     * The Center did what a file asked: what it forgot leaves the ledger, and is kept beside it.
     *
     * @return how many accounts
     */
    int done(String file) {
        sql.update(
                """
                WITH gone AS (
                    DELETE FROM credit_accepted a USING credit_row r, credit_deletion d
                    WHERE r.file = ? AND r.refused IS NULL AND d.file = r.file AND d.account = r.account AND a.account = d.account
                      AND (d.from_day IS NULL AND d.to_day IS NULL
                           OR a.month IS NOT NULL AND a.reported BETWEEN coalesce(d.from_day, '-infinity') AND coalesce(d.to_day, 'infinity'))
                    RETURNING a.*)
                INSERT INTO credit_deleted (account, reported, event, month, classified, closed, adverse, specials, file, row, by_file)
                SELECT account, reported, event, month, classified, closed, adverse, specials, file, row, ? FROM gone
                """,
                file, file);
        sql.update("DELETE FROM credit_account a USING credit_row r WHERE r.file = ? AND r.refused IS NULL AND a.account = r.account AND NOT EXISTS (SELECT FROM credit_accepted l WHERE l.account = a.account)", file);
        sql.update(
                """
                UPDATE credit_account a SET reported = l.reported, event = l.event, month = l.month, classified = l.classified, closed = l.closed, adverse = l.adverse
                FROM (SELECT DISTINCT ON (o.account) o.account, o.reported, o.event, o.closed, o.adverse,
                             max(o.month) OVER whole AS month, max(o.classified) OVER whole AS classified
                      FROM credit_accepted o JOIN credit_row r ON r.account = o.account
                      WHERE r.file = ? AND r.refused IS NULL AND o.event NOT IN ('212', '215')
                      WINDOW whole AS (PARTITION BY o.account)
                      ORDER BY o.account, o.reported DESC) l
                WHERE a.account = l.account
                """,
                file);
        Integer accounts = sql.queryForObject("SELECT count(*) FROM credit_row WHERE file = ? AND refused IS NULL", Integer.class, file);
        return accounts == null ? 0 : accounts;
    }
}

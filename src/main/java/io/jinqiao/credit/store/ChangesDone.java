package io.jinqiao.credit.store;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Center changed what it was asked to: so does the ledger. Each returns of how many rows. */
final class ChangesDone {
    /** Everything kept under the identifier of an account. What was deleted, and what people proposed, stays as it was said. */
    private static final List<String> OF_AN_ACCOUNT =
            List.of("credit_account", "credit_accepted", "credit_aside", "credit_notice", "credit_release", "credit_duty", "credit_objection");

    /** Those a file asked for that were not refused. */
    private static final String STEPS =
            "SELECT c.account AS was, c.becomes AS became, c.file FROM credit_change c JOIN credit_row r ON r.file = c.file AND r.account = c.account WHERE c.file = ? AND r.refused IS NULL";

    private final JdbcTemplate sql;

    ChangesDone(JdbcTemplate sql) {
        this.sql = sql;
    }

    private int rows(String file) {
        Integer rows = sql.queryForObject("SELECT count(*) FROM credit_row WHERE file = ? AND refused IS NULL", Integer.class, file);
        return rows == null ? 0 : rows;
    }

    /** Months or accounts are forgotten, and kept beside the ledger. */
    int deleted(String file) {
        sql.update(
                """
                WITH gone AS (
                    DELETE FROM credit_accepted a USING credit_row r, credit_change d
                    WHERE r.file = ? AND r.refused IS NULL AND d.file = r.file AND d.account = r.account AND a.account = d.account
                      AND (d.from_day IS NULL AND d.to_day IS NULL
                           OR a.month IS NOT NULL AND a.reported BETWEEN coalesce(d.from_day, '-infinity') AND coalesce(d.to_day, 'infinity'))
                    RETURNING a.*)
                INSERT INTO credit_deleted (account, reported, event, month, classified, closed, adverse, specials, file, row, by_file)
                SELECT account, reported, event, month, classified, closed, adverse, specials, file, row, ? FROM gone
                """,
                file, file);
        sql.update("DELETE FROM credit_account a USING credit_row r WHERE r.file = ? AND r.refused IS NULL AND a.account = r.account AND NOT EXISTS (SELECT FROM credit_accepted l WHERE l.account = a.account)", file);
        latestAgain(file);
        return rows(file);
    }

    /** What was corrected says what the correction says: the account's latest too. */
    int corrected(String file) {
        latestAgain(file);
        return rows(file);
    }

    /** The latest record of each account of a file, from everything that was accepted; a month says what its last correction says. */
    private void latestAgain(String file) {
        sql.update(
                """
                UPDATE credit_account a SET reported = l.reported, event = l.event, month = l.month, classified = l.classified, closed = l.closed, adverse = l.adverse
                FROM (SELECT DISTINCT ON (o.account) o.account, o.reported, o.event, coalesce(c.closed, o.closed) AS closed, coalesce(c.adverse, o.adverse) AS adverse,
                             max(o.month) OVER whole AS month, max(coalesce(c.classified, o.classified)) OVER whole AS classified
                      FROM credit_accepted o JOIN credit_row r ON r.account = o.account
                      LEFT JOIN LATERAL (SELECT k.closed, k.adverse, k.classified FROM credit_accepted k
                                         WHERE k.account = o.account AND k.event = '212' AND k.reported = o.reported AND k.month = o.month
                                         ORDER BY k.number DESC LIMIT 1) c ON true
                      WHERE r.file = ? AND r.refused IS NULL AND o.event NOT IN ('212', '215')
                      WINDOW whole AS (PARTITION BY o.account)
                      ORDER BY o.account, o.reported DESC) l
                WHERE a.account = l.account
                """,
                file);
    }

    /** The same of contracts. */
    int contractsDeleted(String file) {
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

    /** Accounts have another identifier, and so has everything that is kept of them. */
    int renamed(String file) {
        for (String table : OF_AN_ACCOUNT) {
            sql.update("UPDATE " + table + " t SET account = s.became FROM (" + STEPS + ") s WHERE t.account = s.was", file);
        }
        return remembered(file);
    }

    /** The same of contracts. */
    int contractsRenamed(String file) {
        sql.update("UPDATE credit_reference t SET key = s.became FROM (" + STEPS + ") s WHERE t.record = '510' AND t.key = s.was", file);
        return remembered(file);
    }

    private int remembered(String file) {
        return sql.update("INSERT INTO credit_renamed (was, became, file) " + STEPS, file);
    }
}

package io.jinqiao.repayment.store;

import static io.jinqiao.repayment.store.Sums.FALLEN_DUE;
import static io.jinqiao.repayment.store.Sums.OWED;
import static io.jinqiao.repayment.store.Sums.PAID;
import static io.jinqiao.repayment.store.Sums.REST;
import static io.jinqiao.repayment.store.Sums.of;

import io.jinqiao.repayment.model.Fault;

/**
 * How the rows of a file, which lie in the ledger already, are held against what other files told, as text. Parameters: {@code bank}, {@code file} (our number
 * of it), {@code day} (its accounting date), {@code first} (the earliest one of a row), {@code repeated} (loans with more than one row). Rows of the file itself are looked at only where a loan has more
 * than one.
 */
final class JudgingSql {
    private static final String ACCOUNT = " JOIN repayment_account a ON a.account_no = s.account_no AND a.bank = :bank";
    static final String REPEATED = "SELECT account_no FROM repayment_row WHERE file = :file GROUP BY account_no HAVING count(*) > 1 LIMIT " + (Repeats.MOST + 1);

    static final String STAGED_MORE = "CREATE TEMPORARY TABLE IF NOT EXISTS staged_more (line integer, before bigint, shrank boolean, twice boolean, sums boolean, should bigint,"
            + " rest bigint, due bigint, owed bigint) ON COMMIT DELETE ROWS";
    static final String STAGED_FAULT = "CREATE TEMPORARY TABLE IF NOT EXISTS staged_fault (place tid, line integer, account_no text COLLATE \"C\", fault integer, expected date,"
            + " before bigint, should bigint, balance_on date, due bigint, told_by text) ON COMMIT DELETE ROWS";

    private final Neighbours neighbours;
    private final ToldBefore toldBefore;
    private final ToldLater toldLater;

    /** @param later nothing that was told of its days is known already: it comes after it */
    JudgingSql(Neighbours neighbours, boolean later) {
        this.neighbours = neighbours;
        this.toldBefore = new ToldBefore(neighbours, later);
        this.toldLater = new ToldLater(neighbours);
    }

    /**
     * What other files that count tell, by the days of this one.
     *
     * @param older of days some weeks before its last
     * @param before of days before its last
     * @param same of its days too
     * @param after of days after its first
     */
    record Neighbours(boolean older, boolean before, boolean same, boolean after) {}

    /** Which rows of the file. */
    enum Rows {
        /** of loans with one row */
        SINGLE("NOT s.account_no = ANY(:repeated)"),
        /** of loans with more */
        REPEATED("s.account_no = ANY(:repeated)"),
        ALL("true");

        private final String condition;

        Rows(String condition) {
            this.condition = condition;
        }
    }

    /** A statement in which what nobody can know stands as null, so that nothing is joined for it. */
    private String known(String sql, Rows rows) {
        String known = sql;
        if (!neighbours.before()) {
            known = known.replaceAll("\\b[pi]\\.(balance|closed|paid|rest|due|owed)\\b", "NULL::bigint")
                    .replaceAll("\\b[pi]\\.accounting_date\\b", "NULL::date")
                    .replaceAll("\\bi\\.known\\b", "false");
        }
        if (!neighbours.after()) {
            known = known.replaceAll("\\b[ln]\\.(balance|newly|loose|paid|rest|due)\\b", "NULL::bigint");
        }
        if (rows == Rows.SINGLE) {
            known = known.replaceAll("\\bm\\.(sums|shrank|twice)\\b", "NULL::boolean").replaceAll("\\bm\\.(before|should|line|rest|due|owed)\\b", "NULL::bigint");
        }
        return known;
    }

    /**
     * Loans with more than one row in the file: row by row, in the order of the days, what was owed before the day and whether all that was paid on it explains
     * the balance after it. Windows over sorted rows, no join of the rows with themselves: nothing is known of how many there are, and a loop of loops would be chosen.
     */
    String more(Rows rows) {
        return known("""
                INSERT INTO staged_more
                WITH r AS (SELECT s.line, s.account_no, s.accounting_date, s.balance, %s AS paid, s.due_on <= a.balance_on AS older, a.balance_fen,
                             p.balance AS p_balance, p.accounting_date AS p_date, i.paid AS i_paid, i.rest AS i_rest, i.due AS i_due, i.owed AS i_owed, i.accounting_date AS i_date,
                             count(*) OVER (PARTITION BY s.account_no, s.instalment, s.accounting_date) AS times,
                             lag(%s) OVER w AS e_paid, lag(%s) OVER w AS e_rest, lag(%s) OVER w AS e_due, lag(%s) OVER w AS e_owed, lag(s.accounting_date) OVER w AS e_date
                      FROM repayment_row s %s %s
                      WHERE s.file = :file AND %s
                      WINDOW w AS (PARTITION BY s.account_no, s.instalment ORDER BY s.accounting_date, s.line)),
                n AS (SELECT r.*, CASE WHEN e_date > coalesce(i_date, '-infinity') THEN paid - e_paid
                                       WHEN i_paid IS NOT NULL THEN paid - i_paid
                                       WHEN NOT older THEN paid END AS newly,
                             CASE WHEN e_date > coalesce(i_date, '-infinity') THEN e_rest ELSE i_rest END AS rest,
                             CASE WHEN e_date > coalesce(i_date, '-infinity') THEN e_due ELSE i_due END AS due,
                             CASE WHEN e_date > coalesce(i_date, '-infinity') THEN e_owed ELSE i_owed END AS owed FROM r),
                d AS (SELECT line, rest, due, owed, account_no, accounting_date, times, coalesce(sum(newly) OVER g, 0) AS newly,
                             coalesce(sum(paid) FILTER (WHERE newly IS NULL) OVER g, 0) AS loose, min(balance) OVER g AS balance, max(balance) OVER g AS largest,
                             coalesce(bool_or(newly < 0) OVER g, false) AS shrank, min(p_balance) OVER g AS p_balance, max(p_date) OVER g AS p_date,
                             min(balance_fen) OVER g AS balance_fen
                      FROM n WINDOW g AS (PARTITION BY account_no, accounting_date)),
                e AS (SELECT d.*, CASE WHEN last_value(accounting_date) OVER v >= coalesce(p_date, '-infinity') THEN last_value(balance) OVER v
                                       ELSE coalesce(p_balance, balance_fen) END AS before
                      FROM d WINDOW v AS (PARTITION BY account_no ORDER BY accounting_date GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING))
                SELECT line, before, shrank, times > 1,
                       balance = largest AND before - newly - least(loose, greatest(before - newly - balance, 0)) = balance,
                       before - newly, rest, due, owed
                FROM e
                """.formatted(of("s", PAID), of("s", PAID), of("s", REST), of("s", FALLEN_DUE), of("s", OWED), ACCOUNT, toldBefore.sql(), rows.condition), rows);
    }

    /** Rows of the file are few: each looks its own line up. */
    static final String BY_LINE = "CREATE INDEX IF NOT EXISTS staged_more_line ON staged_more (line)";
    static final String NOT_BY_LINE = "DROP INDEX IF EXISTS staged_more_line";

    String count(Rows rows) {
        return "SELECT count(*) FROM (" + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    String faults(Rows rows) {
        return "INSERT INTO staged_fault SELECT place, line, account_no, fault, CASE fault WHEN " + Fault.ENDED.ordinal() + " THEN ended_on ELSE expected END, before, coalesce(should, before - newly), balance_on, due_before, " + FaultSql.TOLD_BY + " FROM ("
                + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    static final String SIBLINGS = "INSERT INTO staged_fault (place, line, account_no, fault) SELECT s.ctid, s.line, s.account_no, " + Fault.SIBLING.ordinal()
            + " FROM (SELECT DISTINCT account_no FROM staged_fault WHERE fault > 0) f JOIN repayment_row s ON s.account_no = f.account_no"
            + " WHERE s.file = :file AND s.line NOT IN (SELECT line FROM staged_fault)";
    static final String DROP = "DELETE FROM repayment_row r USING staged_fault f WHERE r.ctid = f.place";

    /**
     * Every such row with its loan, what is wrong with it ({@code fault}, a number of the enumeration; null: nothing), and what it should have been. One that brings no principal may have the
     * balance of when the books were closed ({@code aside}): what was paid since, of another instalment, was told before it. The due day
     * has one rule; a bank that stays on the day of a first instalment cut to the end of a shorter month is not refused for it.
     */
    private String judged(Rows rows) {
        String more = rows == Rows.SINGLE ? "" : " LEFT JOIN staged_more m ON m.line = s.line";
        return known("""
                SELECT t.*, %s AS fault
                FROM (SELECT t.*, coalesce(t.balance = t.closed AND t.before = t.told_balance AND t.closed > t.before AND t.principal = t.principal_before, false) AS aside
                FROM (SELECT s.*, s.ctid AS place, a.id AS account, a.instalments, a.balance_on, a.ended_on, a.disbursed_on, a.penalty_times,
                             a.amount_fen * a.annual_rate::float8 / 50 AS two_years,
                             m.sums AS sums, m.shrank AS shrank, m.twice AS twice, m.should AS should, i.known AS known,
                             coalesce(m.rest, i.rest) AS rest_before, coalesce(m.due, i.due) AS due_before, coalesce(m.owed, i.owed) AS owed_before,
                             l.balance AS later, l.newly AS later_newly, l.loose AS later_loose,
                             n.paid < %s OR n.rest < %s OR n.due < %s AS next_less,
                             (a.first_due + make_interval(months => s.instalment - 1))::date AS cut,
                             repayment_due_on(a.first_due, a.disbursed_on, s.instalment) AS expected,
                             coalesce(m.before, p.balance, a.balance_fen) AS before, coalesce(p.balance, a.balance_fen) AS told_balance, p.closed AS closed,
                             %s AS principal, CASE WHEN i.paid IS NOT NULL THEN i.paid WHEN s.due_on > a.balance_on THEN 0 END AS principal_before,
                             CASE WHEN i.paid IS NULL AND s.due_on <= a.balance_on
                                  THEN least(%s, greatest(coalesce(p.balance, a.balance_fen) - s.balance, 0))
                                  WHEN m.line IS NULL THEN %s - coalesce(i.paid, 0) END AS newly
                      FROM repayment_row s LEFT %s %s %s %s
                      WHERE s.file = :file AND %s) t) t
                """.formatted(
                        FaultSql.FAULT, of("s", PAID), of("s", REST), of("s", FALLEN_DUE), of("s", PAID), of("s", PAID), of("s", PAID), ACCOUNT, more, toldBefore.sql(), toldLater.sql(rows), rows.condition),
                rows);
    }
}

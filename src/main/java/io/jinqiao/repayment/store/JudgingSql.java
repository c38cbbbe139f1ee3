package io.jinqiao.repayment.store;

import io.jinqiao.repayment.model.Fault;

/**
 * How the rows of a file, which lie in the ledger already, are held against what other files told, as text. Parameters: {@code bank}, {@code file} (our number
 * of it), {@code day} (its accounting date), {@code repeated} (loans with more than one row). Rows of the file itself are looked at only where a loan has more
 * than one.
 */
final class JudgingSql {
    private static final String PAID = "s.paid_principal + s.paid_overdue_principal";
    private static final String STANDING = " FROM repayment_row r WHERE r.account_no = s.account_no AND r.bank = :bank AND r.file <> :file"
            + " AND r.file NOT IN (SELECT id FROM repayment_file WHERE bank = :bank AND replaced_at IS NOT NULL) ";
    private static final String DAY = "((r.accounting_date - date '2000-01-01')::bigint << 48)";
    private static final String LEAST_BALANCE = DAY + " - r.balance";
    private static final String MOST_PAID = DAY + " + r.paid_principal + r.paid_overdue_principal";
    private static final String INSTALMENT = "r.instalment = s.instalment AND r.accounting_date >= s.due_on - 31";
    private static final String ACCOUNT = " JOIN repayment_account a ON a.account_no = s.account_no AND a.bank = :bank";
    static final String REPEATED = "SELECT account_no FROM repayment_row WHERE file = :file GROUP BY account_no HAVING count(*) > 1 LIMIT " + (Repeats.MOST + 1);

    private final Neighbours neighbours;

    JudgingSql(Neighbours neighbours) {
        this.neighbours = neighbours;
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
            known = known.replaceAll("\\b[pi]\\.(balance|paid)\\b", "NULL::bigint").replaceAll("\\b[pi]\\.accounting_date\\b", "NULL::date");
        }
        if (!neighbours.after()) {
            known = known.replaceAll("\\bl\\.balance\\b", "NULL::bigint");
        }
        if (rows == Rows.SINGLE) {
            known = known.replaceAll("\\bm\\.(sums|shrank|twice)\\b", "NULL::boolean").replaceAll("\\bm\\.(before|should|line)\\b", "NULL::bigint");
        }
        return known;
    }

    /**
     * {@code p}: the loan at the end of the day before, or of the same day when another file told of it; {@code i}: the instalment as told before. Nearly all of
     * it was told in the last weeks, so one look at those finds both; a day and an amount go through {@code max} as one number, the day in front.
     */
    private String before() {
        if (!neighbours.before()) {
            return "";
        }
        String until = neighbours.same() ? "<=" : "<";
        String weeks = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p, max(" + MOST_PAID + ") FILTER (WHERE " + INSTALMENT + ") AS i" + STANDING
                + "AND r.accounting_date >= s.accounting_date - 45 AND r.accounting_date " + until + " s.accounting_date) w ON true";
        String older = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p" + STANDING
                + "AND w.p IS NULL AND r.accounting_date < s.accounting_date - 45) o ON true LEFT JOIN LATERAL (SELECT max(" + MOST_PAID + ") AS i" + STANDING
                + "AND w.i IS NULL AND " + INSTALMENT + " AND s.due_on - 31 < s.accounting_date - 45 AND r.accounting_date < s.accounting_date - 45) q ON true";
        String p = neighbours.older() ? "coalesce(w.p, o.p)" : "w.p";
        String i = neighbours.older() ? "coalesce(w.i, q.i)" : "w.i";
        String day = "date '2000-01-01' + (%s >> 48)::integer AS accounting_date";
        String up = "(" + p + " + (1::bigint << 48) - 1)";
        return weeks + (neighbours.older() ? older : "")
                + " CROSS JOIN LATERAL (SELECT (" + up + " >> 48 << 48) - " + p + " AS balance, " + day.formatted(up) + ") p"
                + " CROSS JOIN LATERAL (SELECT " + i + " & (1::bigint << 48) - 1 AS paid, " + day.formatted(i) + ") i";
    }

    /**
     * Loans with more than one row in the file: row by row, in the order of the days, what was owed before the day and whether all that was paid on it explains
     * the balance after it. Windows over sorted rows, no join of the rows with themselves: nothing is known of how many there are, and a loop of loops would be chosen.
     */
    String more(Rows rows) {
        return known("""
                INSERT INTO staged_more
                WITH r AS (SELECT s.line, s.account_no, s.accounting_date, s.balance, %s AS paid, s.due_on <= a.balance_on AS older, a.balance_fen,
                             p.balance AS p_balance, p.accounting_date AS p_date, i.paid AS i_paid, i.accounting_date AS i_date,
                             count(*) OVER (PARTITION BY s.account_no, s.instalment, s.accounting_date) AS times,
                             lag(%s) OVER w AS e_paid, lag(s.accounting_date) OVER w AS e_date
                      FROM repayment_row s %s %s
                      WHERE s.file = :file AND %s
                      WINDOW w AS (PARTITION BY s.account_no, s.instalment ORDER BY s.accounting_date, s.line)),
                n AS (SELECT r.*, CASE WHEN e_date > coalesce(i_date, '-infinity') THEN paid - e_paid
                                       WHEN i_paid IS NOT NULL THEN paid - i_paid
                                       WHEN NOT older THEN paid END AS newly FROM r),
                d AS (SELECT line, account_no, accounting_date, times, coalesce(sum(newly) OVER g, 0) AS newly,
                             coalesce(sum(paid) FILTER (WHERE newly IS NULL) OVER g, 0) AS loose, min(balance) OVER g AS balance, max(balance) OVER g AS largest,
                             coalesce(bool_or(newly < 0) OVER g, false) AS shrank, min(p_balance) OVER g AS p_balance, max(p_date) OVER g AS p_date,
                             min(balance_fen) OVER g AS balance_fen
                      FROM n WINDOW g AS (PARTITION BY account_no, accounting_date)),
                e AS (SELECT d.*, CASE WHEN last_value(accounting_date) OVER v >= coalesce(p_date, '-infinity') THEN last_value(balance) OVER v
                                       ELSE coalesce(p_balance, balance_fen) END AS before
                      FROM d WINDOW v AS (PARTITION BY account_no ORDER BY accounting_date GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING))
                SELECT line, before, shrank, times > 1,
                       balance = largest AND before - newly - least(loose, greatest(before - newly - balance, 0)) = balance,
                       before - newly
                FROM e
                """.formatted(PAID, PAID, ACCOUNT, before(), rows.condition), rows);
    }

    /** Rows of the file are few: each looks its own line up. */
    static final String BY_LINE = "CREATE INDEX IF NOT EXISTS staged_more_line ON staged_more (line)";
    static final String NOT_BY_LINE = "DROP INDEX IF EXISTS staged_more_line";

    String count(Rows rows) {
        return "SELECT count(*) FROM (" + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    String faults(Rows rows) {
        return "INSERT INTO staged_fault SELECT place, line, account_no, fault, expected, before, coalesce(should, before - newly), balance_on FROM ("
                + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    static final String SIBLINGS = "INSERT INTO staged_fault (place, line, account_no, fault) SELECT s.ctid, s.line, s.account_no, " + Fault.SIBLING.ordinal()
            + " FROM (SELECT DISTINCT account_no FROM staged_fault WHERE fault > 0) f JOIN repayment_row s ON s.account_no = f.account_no"
            + " WHERE s.file = :file AND s.line NOT IN (SELECT line FROM staged_fault)";
    static final String DROP = "DELETE FROM repayment_row r USING staged_fault f WHERE r.ctid = f.place";

    /**
     * Every such row with its loan, what is wrong with it ({@code fault}, a number of the enumeration; null: nothing), and what it should have been. The due day
     * has one rule; a bank that stays on the day of a first instalment cut to the end of a shorter month is not refused for it.
     */
    private String judged(Rows rows) {
        String later = neighbours.after()
                ? " LEFT JOIN LATERAL (SELECT r.balance" + STANDING + "AND r.accounting_date > s.accounting_date ORDER BY r.accounting_date LIMIT 1) l ON true"
                : "";
        String more = rows == Rows.SINGLE ? "" : " LEFT JOIN staged_more m ON m.line = s.line";
        return known("""
                SELECT t.*, CASE
                    WHEN t.account IS NULL THEN 0
                    WHEN t.accounting_date NOT BETWEEN :day - 30 AND :day OR t.accounting_date <= t.balance_on THEN 1
                    WHEN t.paid_on NOT BETWEEN t.disbursed_on AND t.accounting_date THEN 2
                    WHEN t.instalment > t.instalments OR t.due_on <> t.cut AND t.due_on <> t.expected OR t.accounting_date < t.due_on - 31 THEN 3
                    WHEN t.twice THEN 4
                    WHEN t.i_date = t.accounting_date THEN 5
                    WHEN t.balance > t.before THEN 6
                    WHEN t.newly < 0 OR t.shrank THEN 7
                    WHEN t.unpaid_principal + t.unpaid_overdue_principal > t.balance THEN 8
                    WHEN NOT coalesce(t.sums, t.before - t.newly = t.balance) THEN 9
                    WHEN t.later > t.balance THEN 10
                    WHEN t.paid_interest + t.paid_overdue_interest + t.unpaid_interest + t.unpaid_overdue_interest > t.two_years THEN 11
                    END AS fault
                FROM (SELECT s.*, s.ctid AS place, a.id AS account, a.instalments, a.balance_on, a.disbursed_on, a.amount_fen * a.annual_rate::float8 / 50 AS two_years,
                             m.sums AS sums, m.shrank AS shrank, m.twice AS twice, m.should AS should, l.balance AS later, i.accounting_date AS i_date,
                             (a.first_due + make_interval(months => s.instalment - 1))::date AS cut,
                             repayment_due_on(a.first_due, a.disbursed_on, s.instalment) AS expected,
                             coalesce(m.before, p.balance, a.balance_fen) AS before,
                             CASE WHEN i.paid IS NULL AND s.due_on <= a.balance_on
                                  THEN least(%s, greatest(coalesce(p.balance, a.balance_fen) - s.balance, 0))
                                  WHEN m.line IS NULL THEN %s - coalesce(i.paid, 0) END AS newly
                      FROM repayment_row s LEFT %s %s %s %s
                      WHERE s.file = :file AND %s) t
                """.formatted(PAID, PAID, ACCOUNT, more, before(), later, rows.condition), rows);
    }
}

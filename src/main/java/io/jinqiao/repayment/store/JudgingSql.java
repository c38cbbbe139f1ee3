package io.jinqiao.repayment.store;

/**
 * How the rows of a staged file are held against the ledger, as text. Parameters: {@code bank}, {@code file} (our number of it), {@code day} (its accounting
 * date). Rows of the file itself are never looked at, so a row is judged the same before and after others of its file were taken.
 */
final class JudgingSql {
    private static final String PAID = "s.paid_principal + s.paid_overdue_principal";
    private static final String STANDING = " FROM repayment_row r JOIN repayment_file x ON x.id = r.file AND x.replaced_at IS NULL WHERE r.account = a.id"
            + " AND r.file <> :file ";

    /** {@code p}: the loan at the end of the day before, or of the same day when another file told of it; {@code i}: the instalment as told before. */
    private static final String BEFORE = " LEFT JOIN LATERAL (SELECT r.balance, r.accounting_date" + STANDING
            + "AND r.accounting_date <= s.accounting_date ORDER BY r.accounting_date DESC, r.balance LIMIT 1) p ON true"
            + " LEFT JOIN LATERAL (SELECT r.paid_principal + r.paid_overdue_principal AS paid, r.accounting_date" + STANDING
            + "AND r.instalment = s.instalment AND r.accounting_date BETWEEN s.due_on - 31 AND s.accounting_date"
            + " ORDER BY r.accounting_date DESC LIMIT 1) i ON true";
    private static final String ACCOUNT = " JOIN repayment_account a ON a.bank = :bank AND a.account_no = s.account_no";

    private JudgingSql() {}

    /**
     * Loans with more than one row in the file: row by row, in the order of the days, what was owed before the day and whether all that was paid on it explains
     * the balance after it.
     */
    static final String MORE = """
            INSERT INTO staged_more
            WITH again AS (SELECT account_no FROM staged_row GROUP BY account_no HAVING count(*) > 1),
            r AS (SELECT s.line, s.account_no, s.accounting_date, s.balance, %s AS paid, s.due_on <= a.balance_on AS older, a.balance_fen,
                         p.balance AS p_balance, p.accounting_date AS p_date, i.paid AS i_paid, i.accounting_date AS i_date,
                         count(*) OVER (PARTITION BY s.account_no, s.instalment, s.accounting_date) AS times,
                         lag(%s) OVER w AS e_paid, lag(s.accounting_date) OVER w AS e_date
                  FROM again JOIN staged_row s ON s.account_no = again.account_no %s %s
                  WINDOW w AS (PARTITION BY s.account_no, s.instalment ORDER BY s.accounting_date, s.line)),
            n AS (SELECT r.*, CASE WHEN e_date > coalesce(i_date, '-infinity') THEN paid - e_paid
                                   WHEN i_paid IS NOT NULL THEN paid - i_paid
                                   WHEN NOT older THEN paid END AS newly FROM r),
            d AS (SELECT account_no, accounting_date, coalesce(sum(newly), 0) AS newly, coalesce(sum(paid) FILTER (WHERE newly IS NULL), 0) AS loose,
                         min(balance) AS balance, max(balance) AS largest, coalesce(bool_or(newly < 0), false) AS shrank,
                         min(p_balance) AS p_balance, max(p_date) AS p_date, min(balance_fen) AS balance_fen
                  FROM n GROUP BY account_no, accounting_date),
            e AS (SELECT d.*, CASE WHEN lag(accounting_date) OVER v >= coalesce(p_date, '-infinity') THEN lag(balance) OVER v
                                   ELSE coalesce(p_balance, balance_fen) END AS before
                  FROM d WINDOW v AS (PARTITION BY account_no ORDER BY accounting_date))
            SELECT n.line, e.before, e.shrank, n.times > 1,
                   e.balance = e.largest AND e.before - e.newly - least(e.loose, greatest(e.before - e.newly - e.balance, 0)) = e.balance,
                   e.before - e.newly
            FROM n JOIN e ON e.account_no = n.account_no AND e.accounting_date = n.accounting_date
            """.formatted(PAID, PAID, ACCOUNT, BEFORE);

    /** Every staged row with its loan, what is wrong with it ({@code fault}, a number of the enumeration; null: nothing), and what it should have been. */
    static String judged(boolean laterFiles) {
        String later = laterFiles
                ? " LEFT JOIN LATERAL (SELECT r.balance" + STANDING + "AND r.accounting_date > s.accounting_date ORDER BY r.accounting_date LIMIT 1) l ON true"
                : "";
        return """
                SELECT t.*, CASE
                    WHEN t.account IS NULL THEN 0
                    WHEN t.accounting_date NOT BETWEEN :day - 30 AND :day OR t.accounting_date <= t.balance_on THEN 1
                    WHEN t.paid_on NOT BETWEEN t.disbursed_on AND t.accounting_date THEN 2
                    WHEN t.instalment > t.instalments OR t.due_on <> t.expected OR t.accounting_date < t.due_on - 31 THEN 3
                    WHEN t.twice THEN 4
                    WHEN t.i_date = t.accounting_date THEN 5
                    WHEN t.balance > t.before THEN 6
                    WHEN t.newly < 0 OR t.shrank THEN 7
                    WHEN t.unpaid_principal + t.unpaid_overdue_principal > t.balance THEN 8
                    WHEN NOT coalesce(t.sums, t.before - t.newly = t.balance) THEN 9
                    WHEN t.later > t.balance THEN 10
                    END AS fault
                FROM (SELECT s.*, a.id AS account, a.instalments, a.balance_on, a.disbursed_on, m.sums, m.shrank, m.twice, m.should, i.accounting_date AS i_date,
                             (a.first_due + make_interval(months => s.instalment - 1))::date AS expected, %s AS later,
                             coalesce(m.before, p.balance, a.balance_fen) AS before,
                             CASE WHEN i.paid IS NULL AND s.due_on <= a.balance_on
                                  THEN least(%s, greatest(coalesce(p.balance, a.balance_fen) - s.balance, 0))
                                  WHEN m.line IS NULL THEN %s - coalesce(i.paid, 0) END AS newly
                      FROM staged_row s LEFT %s LEFT JOIN staged_more m ON m.line = s.line %s %s) t
                """.formatted(laterFiles ? "l.balance" : "NULL::bigint", PAID, PAID, ACCOUNT, BEFORE, later);
    }
}

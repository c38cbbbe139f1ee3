package io.jinqiao.repayment.store;

import io.jinqiao.repayment.model.Fault;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the rows of a file, which lie in the ledger already, are held against what other files told, as text. Parameters: {@code bank}, {@code file} (our number
 * of it), {@code day} (its accounting date), {@code first} (the earliest one of a row), {@code repeated} (loans with more than one row). Rows of the file itself are looked at only where a loan has more
 * than one.
 */
final class JudgingSql {
    /** Principal paid, whatever else was paid, and what fell due of principal and interest, paid or not. */
    private static final String PAID = "%1$s.paid_principal + %1$s.paid_overdue_principal";

    private static final String REST = "%1$s.paid_interest + %1$s.paid_overdue_interest + %1$s.paid_penalty + %1$s.paid_fine";
    private static final String DUE = PAID + " + %1$s.paid_interest + %1$s.paid_overdue_interest + %1$s.unpaid_principal + %1$s.unpaid_overdue_principal"
            + " + %1$s.unpaid_interest + %1$s.unpaid_overdue_interest";
    /** Before its day an instalment may still become another. */
    private static final String FALLEN_DUE = "CASE WHEN %1$s.accounting_date >= %1$s.due_on THEN " + DUE + " ELSE 0 END";

    private static final String REPLACED = "(SELECT id FROM repayment_file WHERE bank = :bank AND replaced_at IS NOT NULL)";
    /** Of the loan as it was paid out last. */
    private static final String STANDING = " FROM repayment_row r WHERE r.account_no = s.account_no AND r.bank = :bank AND r.accounting_date > a.balance_on AND r.file <> :file AND r.file NOT IN "
            + REPLACED + " ";
    private static final String DAY = "((r.accounting_date - date '2000-01-01')::bigint << 48)";
    private static final String LEAST_BALANCE = DAY + " - r.balance";
    private static final String LATEST = "max(ARRAY[(r.accounting_date - date '2000-01-01')::bigint, " + of("r", PAID) + ", " + of("r", REST) + ", " + of("r", FALLEN_DUE) + "])";
    /** A file told of the same day, or somebody did while this one was read: reports of the day make room for what comes after them. */
    private static final String KNOWN = "bool_or(r.accounting_date = s.accounting_date AND (r.file > :file OR r.file IN"
            + " (SELECT id FROM repayment_file WHERE bank = :bank AND NOT single AND accounting_date >= :first)))";
    private static final String INSTALMENT = "r.instalment = s.instalment AND r.accounting_date >= s.due_on - 31";
    private static final String ACCOUNT = " JOIN repayment_account a ON a.account_no = s.account_no AND a.bank = :bank";
    static final String REPEATED = "SELECT account_no FROM repayment_row WHERE file = :file GROUP BY account_no HAVING count(*) > 1 LIMIT " + (Repeats.MOST + 1);

    static final String STAGED_MORE = "CREATE TEMPORARY TABLE IF NOT EXISTS staged_more (line integer, before bigint, shrank boolean, twice boolean, sums boolean, should bigint,"
            + " rest bigint, due bigint) ON COMMIT DELETE ROWS";
    static final String STAGED_FAULT = "CREATE TEMPORARY TABLE IF NOT EXISTS staged_fault (place tid, line integer, account_no text COLLATE \"C\", fault integer, expected date,"
            + " before bigint, should bigint, balance_on date, due bigint, told_by text) ON COMMIT DELETE ROWS";

    private final Neighbours neighbours;
    private final boolean later;

    /** @param later nothing that was told of its days is known already: it comes after it */
    JudgingSql(Neighbours neighbours, boolean later) {
        this.neighbours = neighbours;
        this.later = later;
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
            known = known.replaceAll("\\b[pi]\\.(balance|paid|rest|due)\\b", "NULL::bigint")
                    .replaceAll("\\b[pi]\\.accounting_date\\b", "NULL::date")
                    .replaceAll("\\bi\\.known\\b", "false");
        }
        if (!neighbours.after()) {
            known = known.replaceAll("\\b[ln]\\.(balance|newly|loose|paid|rest|due)\\b", "NULL::bigint");
        }
        if (rows == Rows.SINGLE) {
            known = known.replaceAll("\\bm\\.(sums|shrank|twice)\\b", "NULL::boolean").replaceAll("\\bm\\.(before|should|line|rest|due)\\b", "NULL::bigint");
        }
        return known;
    }

    /**
     * {@code p}: the loan at the end of the day before, or of the same day when another file told of it; {@code i}: the instalment as told before. Nearly all of
     * it was told in the last weeks, so one look at those finds both; a day and an amount go through {@code max} as one number, the day in front, and the few rows of
     * the instalment itself as an array.
     */
    private String before() {
        if (!neighbours.before()) {
            return "";
        }
        String until = neighbours.same() ? "<=" : "<";
        String weeks = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p, " + LATEST + " FILTER (WHERE " + INSTALMENT + ") AS i"
                + (isKnown() ? ", " + KNOWN + " FILTER (WHERE " + INSTALMENT + ") AS known" : "") + STANDING + "AND r.accounting_date >= s.accounting_date - 45 AND r.accounting_date " + until + " s.accounting_date) w ON true";
        String older = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p" + STANDING
                + "AND w.p IS NULL AND r.accounting_date < s.accounting_date - 45) o ON true LEFT JOIN LATERAL (SELECT " + LATEST + " AS i" + STANDING
                + "AND w.i IS NULL AND " + INSTALMENT + " AND s.due_on - 31 < s.accounting_date - 45 AND r.accounting_date < s.accounting_date - 45) q ON true";
        String p = neighbours.older() ? "coalesce(w.p, o.p)" : "w.p";
        String i = neighbours.older() ? "coalesce(w.i, q.i)" : "w.i";
        String day = "date '2000-01-01' + (%s >> 48)::integer AS accounting_date";
        String up = "(" + p + " + (1::bigint << 48) - 1)";
        return weeks + (neighbours.older() ? older : "")
                + " CROSS JOIN LATERAL (SELECT (" + up + " >> 48 << 48) - " + p + " AS balance, " + day.formatted(up) + ") p"
                + " CROSS JOIN LATERAL (SELECT v[2] AS paid, v[3] AS rest, v[4] AS due, date '2000-01-01' + v[1]::integer AS accounting_date, "
                + (isKnown() ? "coalesce(w.known, false)" : "false") + " AS known FROM (SELECT " + i + " AS v) v) i";
    }

    private boolean isKnown() {
        return neighbours.same() && !later;
    }

    /**
     * Loans with more than one row in the file: row by row, in the order of the days, what was owed before the day and whether all that was paid on it explains
     * the balance after it. Windows over sorted rows, no join of the rows with themselves: nothing is known of how many there are, and a loop of loops would be chosen.
     */
    String more(Rows rows) {
        return known("""
                INSERT INTO staged_more
                WITH r AS (SELECT s.line, s.account_no, s.accounting_date, s.balance, %s AS paid, s.due_on <= a.balance_on AS older, a.balance_fen,
                             p.balance AS p_balance, p.accounting_date AS p_date, i.paid AS i_paid, i.rest AS i_rest, i.due AS i_due, i.accounting_date AS i_date,
                             count(*) OVER (PARTITION BY s.account_no, s.instalment, s.accounting_date) AS times,
                             lag(%s) OVER w AS e_paid, lag(%s) OVER w AS e_rest, lag(%s) OVER w AS e_due, lag(s.accounting_date) OVER w AS e_date
                      FROM repayment_row s %s %s
                      WHERE s.file = :file AND %s
                      WINDOW w AS (PARTITION BY s.account_no, s.instalment ORDER BY s.accounting_date, s.line)),
                n AS (SELECT r.*, CASE WHEN e_date > coalesce(i_date, '-infinity') THEN paid - e_paid
                                       WHEN i_paid IS NOT NULL THEN paid - i_paid
                                       WHEN NOT older THEN paid END AS newly,
                             CASE WHEN e_date > coalesce(i_date, '-infinity') THEN e_rest ELSE i_rest END AS rest,
                             CASE WHEN e_date > coalesce(i_date, '-infinity') THEN e_due ELSE i_due END AS due FROM r),
                d AS (SELECT line, rest, due, account_no, accounting_date, times, coalesce(sum(newly) OVER g, 0) AS newly,
                             coalesce(sum(paid) FILTER (WHERE newly IS NULL) OVER g, 0) AS loose, min(balance) OVER g AS balance, max(balance) OVER g AS largest,
                             coalesce(bool_or(newly < 0) OVER g, false) AS shrank, min(p_balance) OVER g AS p_balance, max(p_date) OVER g AS p_date,
                             min(balance_fen) OVER g AS balance_fen
                      FROM n WINDOW g AS (PARTITION BY account_no, accounting_date)),
                e AS (SELECT d.*, CASE WHEN last_value(accounting_date) OVER v >= coalesce(p_date, '-infinity') THEN last_value(balance) OVER v
                                       ELSE coalesce(p_balance, balance_fen) END AS before
                      FROM d WINDOW v AS (PARTITION BY account_no ORDER BY accounting_date GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING))
                SELECT line, before, shrank, times > 1,
                       balance = largest AND before - newly - least(loose, greatest(before - newly - balance, 0)) = balance,
                       before - newly, rest, due
                FROM e
                """.formatted(of("s", PAID), of("s", PAID), of("s", REST), of("s", FALLEN_DUE), ACCOUNT, before(), rows.condition), rows);
    }

    /** Rows of the file are few: each looks its own line up. */
    static final String BY_LINE = "CREATE INDEX IF NOT EXISTS staged_more_line ON staged_more (line)";
    static final String NOT_BY_LINE = "DROP INDEX IF EXISTS staged_more_line";

    String count(Rows rows) {
        return "SELECT count(*) FROM (" + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    String faults(Rows rows) {
        return "INSERT INTO staged_fault SELECT place, line, account_no, fault, CASE fault WHEN " + Fault.ENDED.ordinal() + " THEN ended_on ELSE expected END, before, coalesce(should, before - newly), balance_on, due_before, " + TOLD_BY + " FROM ("
                + judged(rows) + ") j WHERE fault IS NOT NULL";
    }

    static final String SIBLINGS = "INSERT INTO staged_fault (place, line, account_no, fault) SELECT s.ctid, s.line, s.account_no, " + Fault.SIBLING.ordinal()
            + " FROM (SELECT DISTINCT account_no FROM staged_fault WHERE fault > 0) f JOIN repayment_row s ON s.account_no = f.account_no"
            + " WHERE s.file = :file AND s.line NOT IN (SELECT line FROM staged_fault)";
    static final String DROP = "DELETE FROM repayment_row r USING staged_fault f WHERE r.ctid = f.place";

    /** What follows the row: {@code l} what the loan's first later day told of it, {@code n} the instalment as told next. */
    private String later(Rows rows) {
        if (!neighbours.after()) {
            return "";
        }
        String unless = rows == Rows.SINGLE
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM repayment_row o WHERE o.file = :file AND o.account_no = s.account_no AND o.accounting_date > s.accounting_date AND o.accounting_date <= d.day)";
        String before = " LEFT JOIN LATERAL (SELECT " + of("e", PAID) + " AS paid FROM repayment_row e WHERE e.account_no = r.account_no AND e.bank = :bank AND e.instalment = r.instalment"
                + " AND e.accounting_date < r.accounting_date AND e.accounting_date > a.balance_on AND e.file NOT IN " + REPLACED + " ORDER BY e.accounting_date DESC, e.file DESC LIMIT 1) b ON true";
        return " LEFT JOIN LATERAL (SELECT min(r.accounting_date) AS day" + STANDING + "AND r.accounting_date > s.accounting_date) d ON true"
                + " LEFT JOIN LATERAL (SELECT min(r.balance) AS balance, coalesce(sum(" + of("r", PAID) + " - coalesce(b.paid, 0)) FILTER (WHERE b.paid IS NOT NULL OR r.due_on > a.balance_on), 0)"
                + " AS newly, coalesce(sum(" + of("r", PAID) + ") FILTER (WHERE b.paid IS NULL AND r.due_on <= a.balance_on), 0) AS loose"
                + " FROM (SELECT DISTINCT ON (r.instalment) r.*" + STANDING + "AND r.accounting_date = d.day ORDER BY r.instalment, r.file DESC) r" + before + ") l ON d.day IS NOT NULL" + unless
                + " LEFT JOIN LATERAL (SELECT " + of("r", PAID) + " AS paid, " + of("r", REST) + " AS rest, " + of("r", DUE) + " AS due" + STANDING
                + "AND r.instalment = s.instalment AND r.accounting_date > s.accounting_date ORDER BY r.accounting_date, r.file DESC LIMIT 1) n ON d.day IS NOT NULL";
    }

    /** Number of the file or report that told otherwise. */
    private static final String TOLD_BY = "CASE WHEN fault IN (" + Fault.KNOWN.ordinal() + ", " + Fault.LATER.ordinal() + ") THEN (SELECT x.file_no FROM repayment_row r"
            + " JOIN repayment_file x ON x.id = r.file WHERE r.account_no = j.account_no AND r.bank = :bank AND r.file <> :file AND x.stands AND x.replaced_at IS NULL"
            + " AND CASE WHEN fault = " + Fault.KNOWN.ordinal() + " THEN r.instalment = j.instalment AND r.accounting_date = j.accounting_date ELSE r.accounting_date > j.accounting_date END"
            + " ORDER BY r.accounting_date, x.single, r.file DESC LIMIT 1) END";

    private static final String FAULT = Stream.of(
                    when(Fault.ACCOUNT, "t.account IS NULL"),
                    when(Fault.ENDED, "t.accounting_date > t.ended_on AND t.balance + t.unpaid_principal + t.unpaid_overdue_principal + t.unpaid_interest + t.unpaid_overdue_interest"
                            + " + t.unpaid_penalty + t.unpaid_fine > 0"),
                    when(Fault.ACCOUNTING_DATE, "t.accounting_date NOT BETWEEN :day - 30 AND :day OR t.accounting_date <= t.balance_on"),
                    when(Fault.PAID_ON, "t.paid_on NOT BETWEEN t.disbursed_on AND t.accounting_date"),
                    when(Fault.INSTALMENT, "t.instalment > t.instalments OR t.due_on <> t.cut AND t.due_on <> t.expected OR t.accounting_date < t.due_on - 31"),
                    when(Fault.TWICE, "t.twice"),
                    when(Fault.KNOWN, "t.known"),
                    when(Fault.BALANCE_GREW, "t.balance > t.before"),
                    when(Fault.PAID_SHRANK, "t.newly < 0 OR t.shrank"),
                    when(Fault.REST_SHRANK, of("t", REST) + " < t.rest_before"),
                    when(Fault.ARREARS, of("t", DUE) + " < t.due_before"),
                    when(Fault.UNPAID, "t.unpaid_principal + t.unpaid_overdue_principal > t.balance"),
                    when(Fault.SUM, "NOT coalesce(t.sums, t.before - t.newly = t.balance)"),
                    when(Fault.LATER, "t.later <> t.balance - t.later_newly - least(t.later_loose, greatest(t.balance - t.later_newly - t.later, 0)) OR t.next_less"),
                    when(Fault.INTEREST, "t.paid_interest + t.paid_overdue_interest + t.unpaid_interest + t.unpaid_overdue_interest > t.two_years"),
                    // the whole loan at the penalty rate since the due day, and two years' interest for whatever else there is
                    when(Fault.PENALTY, "t.paid_penalty + t.paid_fine + t.unpaid_penalty + t.unpaid_fine > 0 AND t.paid_penalty + t.paid_fine + t.unpaid_penalty + t.unpaid_fine"
                            + " > t.two_years * (1 + t.penalty_times::float8 * greatest(0, t.accounting_date - t.due_on) / 720)"))
            .collect(Collectors.joining(" ", "CASE ", " END"));

    private static String when(Fault fault, String condition) {
        return "WHEN " + condition + " THEN " + fault.ordinal();
    }

    private static String of(String alias, String sum) {
        return sum.formatted(alias);
    }

    /**
     * Every such row with its loan, what is wrong with it ({@code fault}, a number of the enumeration; null: nothing), and what it should have been. The due day
     * has one rule; a bank that stays on the day of a first instalment cut to the end of a shorter month is not refused for it.
     */
    private String judged(Rows rows) {
        String more = rows == Rows.SINGLE ? "" : " LEFT JOIN staged_more m ON m.line = s.line";
        return known("""
                SELECT t.*, %s AS fault
                FROM (SELECT s.*, s.ctid AS place, a.id AS account, a.instalments, a.balance_on, a.ended_on, a.disbursed_on, a.penalty_times,
                             a.amount_fen * a.annual_rate::float8 / 50 AS two_years,
                             m.sums AS sums, m.shrank AS shrank, m.twice AS twice, m.should AS should, i.known AS known,
                             coalesce(m.rest, i.rest) AS rest_before, coalesce(m.due, i.due) AS due_before,
                             l.balance AS later, l.newly AS later_newly, l.loose AS later_loose,
                             n.paid < %s OR n.rest < %s OR n.due < %s AS next_less,
                             (a.first_due + make_interval(months => s.instalment - 1))::date AS cut,
                             repayment_due_on(a.first_due, a.disbursed_on, s.instalment) AS expected,
                             coalesce(m.before, p.balance, a.balance_fen) AS before,
                             CASE WHEN i.paid IS NULL AND s.due_on <= a.balance_on
                                  THEN least(%s, greatest(coalesce(p.balance, a.balance_fen) - s.balance, 0))
                                  WHEN m.line IS NULL THEN %s - coalesce(i.paid, 0) END AS newly
                      FROM repayment_row s LEFT %s %s %s %s
                      WHERE s.file = :file AND %s) t
                """.formatted(
                        FAULT, of("s", PAID), of("s", REST), of("s", FALLEN_DUE), of("s", PAID), of("s", PAID), ACCOUNT, more, before(), later(rows), rows.condition),
                rows);
    }
}

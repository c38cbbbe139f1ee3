package io.jinqiao.repayment.store;

import static io.jinqiao.repayment.store.Sums.FALLEN_DUE;
import static io.jinqiao.repayment.store.Sums.OWED;
import static io.jinqiao.repayment.store.Sums.PAID;
import static io.jinqiao.repayment.store.Sums.REST;
import static io.jinqiao.repayment.store.Sums.of;

import io.jinqiao.repayment.store.JudgingSql.Neighbours;

/** What was told of a row's loan and its instalment before it, as text. */
final class ToldBefore {
    private static final String DAY = "((r.accounting_date - date '2000-01-01')::bigint << 48)";
    private static final String LEAST_BALANCE = DAY + " - r.balance";
    private static final String LATEST = "max(ARRAY[(r.accounting_date - date '2000-01-01')::bigint, " + of("r", PAID) + ", " + of("r", REST) + ", " + of("r", FALLEN_DUE) + ", " + of("r", OWED) + "])";
    /**
     * A file told of the same day, or somebody did while this one was read: reports of the day make room for what comes after them, and those made of results for what the bank tells.
     * One that was not taken out tells of more that was paid.
     */
    private static final String OF_THE_DAYS = "r.file IN (SELECT id FROM repayment_file WHERE bank = :bank AND accounting_date >= :first AND ";
    private static final String OF_A_RESULT = "starts_with(file_no, '" + ResultRows.NUMBERS + "')";
    /** A report told in the place of what came of an order: like that it tells of what happened after the books were closed. */
    private static final String OF_A_REPORT = OF_THE_DAYS + "single AND NOT " + OF_A_RESULT + ") AND EXISTS (SELECT 1 FROM repayment_row d JOIN repayment_file k ON k.id = d.file"
            + " WHERE d.account_no = r.account_no AND d.bank = :bank AND d.instalment = r.instalment AND d.accounting_date = r.accounting_date AND k.single AND starts_with(k.file_no, '" + ResultRows.NUMBERS + "')"
            + " AND k.replaced_at IS NOT NULL AND k.id < r.file%s)";
    private static final String AFTER_THE_CLOSE = "(" + OF_THE_DAYS + "single AND " + OF_A_RESULT + ") OR " + OF_A_REPORT.formatted("") + ")";
    /** It took the deduction back, and the file of the day still tells of that payment. */
    private static final String TAKEN_BACK = of("r", PAID) + " < " + of("s", PAID) + " AND " + OF_A_REPORT.formatted(" AND (s.host_serial IS NULL OR d.host_serial = s.host_serial)");
    private static final String MORE = of("r", PAID) + " + " + of("r", REST) + " > " + of("s", PAID) + " + " + of("s", REST);
    private static final String SAME_DAY = "r.accounting_date = s.accounting_date AND ";
    private static final String KNOWN = "bool_or(" + SAME_DAY + "(" + OF_THE_DAYS + "(NOT single OR id > :file AND NOT " + OF_A_RESULT + ")) OR " + MORE + " AND " + AFTER_THE_CLOSE + " OR " + TAKEN_BACK + "))";
    private static final String INSTALMENT = "r.instalment = s.instalment AND r.accounting_date >= s.due_on - 31";

    private final Neighbours neighbours;
    private final boolean later;

    /** @param later nothing that was told of its days is known already: it comes after it */
    ToldBefore(Neighbours neighbours, boolean later) {
        this.neighbours = neighbours;
        this.later = later;
    }

    /**
     * {@code p}: the loan at the end of the day before, or of the same day when another file told of it; {@code i}: the instalment as told before. Nearly all of
     * it was told in the last weeks, so one look at those finds both; a day and an amount go through {@code max} as one number, the day in front, and the few rows of
     * the instalment itself as an array. {@code p.closed} is its balance without what was told of the same day and happened after the books were closed.
     */
    String sql() {
        if (!neighbours.before()) {
            return "";
        }
        String until = neighbours.same() ? "<=" : "<";
        String weeks = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p, " + (isKnown() ? "max(" + LEAST_BALANCE + ") FILTER (WHERE NOT (" + SAME_DAY + AFTER_THE_CLOSE + ")) AS c, " : "") + LATEST + " FILTER (WHERE " + INSTALMENT + ") AS i"
                + (isKnown() ? ", " + KNOWN + " FILTER (WHERE " + INSTALMENT + ") AS known" : "") + Standing.ROWS + "AND r.accounting_date >= s.accounting_date - 45 AND r.accounting_date " + until + " s.accounting_date) w ON true";
        String older = " LEFT JOIN LATERAL (SELECT max(" + LEAST_BALANCE + ") AS p" + Standing.ROWS
                + "AND " + (isKnown() ? "w.c" : "w.p") + " IS NULL AND r.accounting_date < s.accounting_date - 45) o ON true LEFT JOIN LATERAL (SELECT " + LATEST + " AS i" + Standing.ROWS
                + "AND w.i IS NULL AND " + INSTALMENT + " AND s.due_on - 31 < s.accounting_date - 45 AND r.accounting_date < s.accounting_date - 45) q ON true";
        String p = neighbours.older() ? "coalesce(w.p, o.p)" : "w.p";
        String i = neighbours.older() ? "coalesce(w.i, q.i)" : "w.i";
        String day = "date '2000-01-01' + (%s >> 48)::integer AS accounting_date";
        String closed = !isKnown() ? "NULL::bigint" : "coalesce(" + balance(neighbours.older() ? "coalesce(w.c, o.p)" : "w.c") + ", a.balance_fen)";
        String up = up(p);
        return weeks + (neighbours.older() ? older : "")
                + " CROSS JOIN LATERAL (SELECT " + balance(p) + " AS balance, " + closed + " AS closed, " + day.formatted(up) + ") p"
                + " CROSS JOIN LATERAL (SELECT v[2] AS paid, v[3] AS rest, v[4] AS due, v[5] AS owed, date '2000-01-01' + v[1]::integer AS accounting_date, "
                + (isKnown() ? "coalesce(w.known, false)" : "false") + " AS known FROM (SELECT " + i + " AS v) v) i";
    }

    /** A day and a balance below it, as one number. */
    private static String balance(String number) {
        return "(" + up(number) + " >> 48 << 48) - " + number;
    }

    private static String up(String number) {
        return "(" + number + " + (1::bigint << 48) - 1)";
    }

    private boolean isKnown() {
        return neighbours.same() && !later;
    }
}

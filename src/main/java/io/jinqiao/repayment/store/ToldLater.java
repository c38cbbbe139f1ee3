package io.jinqiao.repayment.store;

import static io.jinqiao.repayment.store.Sums.DUE;
import static io.jinqiao.repayment.store.Sums.OWED;
import static io.jinqiao.repayment.store.Sums.PAID;
import static io.jinqiao.repayment.store.Sums.REST;
import static io.jinqiao.repayment.store.Sums.of;
import static io.jinqiao.repayment.store.Sums.paidAhead;

import io.jinqiao.repayment.store.JudgingSql.Neighbours;
import io.jinqiao.repayment.store.JudgingSql.Rows;

/** What was told of a row's loan and its instalment after it, as text. */
final class ToldLater {
    private final Neighbours neighbours;

    ToldLater(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** What follows the row: {@code l} what the loan's first later day told of it, {@code n} the instalment as told next. */
    String sql(Rows rows) {
        if (!neighbours.after()) {
            return "";
        }
        String unless = rows == Rows.SINGLE
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM repayment_row o WHERE o.file = :file AND o.account_no = s.account_no AND o.accounting_date > s.accounting_date AND o.accounting_date <= d.day)";
        String before = " LEFT JOIN LATERAL (SELECT " + of("e", PAID) + " AS paid FROM repayment_row e WHERE e.account_no = r.account_no AND e.bank = :bank AND e.instalment = r.instalment"
                + " AND e.accounting_date < r.accounting_date AND e.accounting_date > a.balance_on AND e.file NOT IN " + Standing.REPLACED + " ORDER BY e.accounting_date DESC, e.file DESC LIMIT 1) b ON true";
        return " LEFT JOIN LATERAL (SELECT min(r.accounting_date) AS day" + Standing.ROWS + "AND r.accounting_date > s.accounting_date) d ON true"
                + " LEFT JOIN LATERAL (SELECT min(r.balance) AS balance, coalesce(sum(" + of("r", PAID) + " - coalesce(b.paid, 0)) FILTER (WHERE b.paid IS NOT NULL OR r.due_on > a.balance_on), 0)"
                + " AS newly, coalesce(sum(" + of("r", PAID) + ") FILTER (WHERE b.paid IS NULL AND r.due_on <= a.balance_on), 0) AS loose"
                + " FROM (SELECT DISTINCT ON (r.instalment) r.*" + Standing.ROWS + "AND r.accounting_date = d.day ORDER BY r.instalment, r.file DESC) r" + before + ") l ON d.day IS NOT NULL" + unless
                + " LEFT JOIN LATERAL (SELECT " + of("r", PAID) + " AS paid, " + of("r", REST) + " AS rest, " + of("r", DUE) + " + " + paidAhead("r", of("s", OWED)) + " AS due" + Standing.ROWS
                + "AND r.instalment = s.instalment AND r.accounting_date > s.accounting_date ORDER BY r.accounting_date, r.file DESC LIMIT 1) n ON d.day IS NOT NULL";
    }
}

package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Loans that became late: current again one month later by the borrower's own payment? The latest case about a due day counts, so that closing and
 * opening again earns nothing; what the bank, the developer or the centre's own deduction paid is no cure.
 */
@Component
class CureCases implements Source {
    private final JdbcClient jdbc;
    private final Exclusions exclusions;

    CureCases(JdbcClient jdbc, Exclusions exclusions) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Exclusions.Spans out = exclusions.of(asked.bank(), asked.days().last());
        return jdbc.sql("SELECT DISTINCT ON (c.account_no, c.overdue_since) c.*, (c.overdue_since + interval '1 month')::date AS judged,"
                        + " array_to_string(c.paid_by, ', ') AS payers,"
                        + " (SELECT array_agg(DISTINCT s.message_id) FROM repayment_fact_stretch s WHERE s.partner = c.partner AND s.account_no = c.account_no"
                        + " AND s.from_on >= c.overdue_since AND s.from_on <= c.overdue_since + interval '1 month') AS messages"
                        + " FROM repayment_fact_case c WHERE c.partner = ? AND (c.overdue_since + interval '1 month')::date BETWEEN ? AND ?"
                        + " ORDER BY c.account_no, c.overdue_since, c.opened_at DESC, c.case_no DESC")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> row(row, out))
                .list();
    }

    private static Counted row(ResultSet row, Exclusions.Spans out) throws SQLException {
        LocalDate judged = row.getObject("judged", LocalDate.class);
        LocalDate closed = Rows.day(row, "closed_on");
        boolean current = closed != null && !closed.isAfter(judged);
        boolean byBorrower = row.getBoolean("by_borrower");
        String account = row.getString("account_no");
        String since = row.getString("overdue_since");
        String remark = !current ? "still late on " + judged : byBorrower ? "current on " + closed : "current on " + closed + ", paid by " + row.getString("payers");
        return Counted.one(
                Measure.CURE, account + "/" + since, account, row.getString("case_no"), judged, current && byBorrower,
                out.within(row.getString("case_no"), row.getObject("overdue_since", LocalDate.class), current ? closed : judged), remark,
                Rows.texts(row, "messages"));
    }
}

package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each order to collect counts once, however often the bank says it did something; in time is what was done, and told with its proof, in time. */
@Component
class ContactCases implements Source {
    private final JdbcClient jdbc;

    ContactCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT o.*, c.exclusion FROM repayment_fact_order o JOIN repayment_fact_case c ON c.case_no = o.case_no"
                        + " WHERE o.partner = ? AND o.due_on BETWEEN ? AND ? ORDER BY o.order_no")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> row(row))
                .list();
    }

    private static Counted row(ResultSet row) throws SQLException {
        boolean good = row.getBoolean("done_in_time") && !row.getBoolean("filed_late");
        String record = row.getString("record_no");
        String why = record == null ? "nothing told" : row.getBoolean("filed_late") ? "told late" : good ? "in time" : "done late";
        String excluded = row.getString("exclusion") != null ? row.getString("exclusion") : row.getString("state").equals("withdrawn") && record == null ? "withdrawn" : null;
        return Counted.one(
                Measure.CONTACT, row.getString("order_no"), row.getString("account_no"), row.getString("case_no"), row.getObject("due_on", java.time.LocalDate.class), good,
                excluded, row.getString("step") + ", " + why, Rows.messages(row.getString("message_id"), row.getString("record_message_id")));
    }
}

package io.jinqiao.assessment.gather;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each order to collect counts once, however often the bank says it did something; in time is what was done, and told with its proof, in time. */
@Component
class ContactCases implements Source {
    private final JdbcClient jdbc;
    private final Exclusions exclusions;

    ContactCases(JdbcClient jdbc, Exclusions exclusions) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Exclusions.Spans out = exclusions.of(asked.bank(), asked.days().last());
        return jdbc.sql("SELECT o.* FROM repayment_fact_order o WHERE o.partner = ? AND o.due_on BETWEEN ? AND ? ORDER BY o.order_no")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> row(row, out))
                .list();
    }

    private static Counted row(ResultSet row, Exclusions.Spans out) throws SQLException {
        boolean good = row.getBoolean("done_in_time") && !row.getBoolean("filed_late");
        String record = row.getString("record_no");
        String why = record == null ? "nothing told" : row.getBoolean("filed_late") ? "told late" : good ? "in time" : "done late";
        LocalDate due = row.getObject("due_on", LocalDate.class);
        Instant ordered = Rows.instant(row, "ordered_at");
        String outOf = out.within(row.getString("case_no"), ordered == null ? due : Rows.dayOf(ordered), due);
        String excluded = outOf != null ? outOf : row.getString("state").equals("withdrawn") && record == null ? "withdrawn" : null;
        return Counted.one(
                Measure.CONTACT, row.getString("order_no"), row.getString("account_no"), row.getString("case_no"), due, good,
                excluded, row.getString("step") + ", " + why, Rows.messages(row.getString("message_id"), row.getString("record_message_id")));
    }
}

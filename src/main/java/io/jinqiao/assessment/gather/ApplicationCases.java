package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Applications: how long the branch kept each, from its counter to the centre, and whether the centre sent it back before it decided. One that was withdrawn
 * before that counts against nobody and is seen: who its borrower is, and whether he came again, nobody can tell here.
 */
@Component
class ApplicationCases implements Source {
    private static final String WITHDRAWN = "withdrawn";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    ApplicationCases(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        List<Counted> rows = new ArrayList<>(jdbc.sql("SELECT application_no, accepted_on, accepted_at, message_id FROM loan_fact_loan WHERE partner = ? AND accepted_at >= ? AND accepted_at < ?"
                        + " ORDER BY application_no")
                .params(asked.bank().value(), asked.days().begins(), asked.days().ends())
                .query((row, i) -> review(row, asked))
                .list());
        rows.addAll(jdbc.sql("SELECT * FROM (SELECT DISTINCT ON (e.acceptance_no) e.subject, e.type, e.at, e.message_id, l.message_id AS application FROM loan_fact_event e"
                        + " JOIN loan_fact_loan l ON l.acceptance_no = e.acceptance_no WHERE e.partner = ? AND e.type IN ('approved', 'rejected', 'returned')"
                        + " ORDER BY e.acceptance_no, e.id) f WHERE at >= ? AND at < ? ORDER BY subject")
                .params(asked.bank().value(), asked.days().begins(), asked.days().ends())
                .query((row, i) -> judged(row))
                .list());
        rows.addAll(jdbc.sql("SELECT l.application_no, e.at, e.message_id, l.message_id AS application FROM loan_fact_event e JOIN loan_fact_loan l ON l.acceptance_no = e.acceptance_no WHERE e.partner = ? AND e.type = 'withdrawn' AND e.at >= ? AND e.at < ?"
                        + " AND NOT EXISTS (SELECT 1 FROM loan_fact_event j WHERE j.acceptance_no = e.acceptance_no AND j.type IN ('approved', 'rejected', 'returned')) ORDER BY 1")
                .params(asked.bank().value(), asked.days().begins(), asked.days().ends())
                .query((row, i) -> withdrawn(row))
                .list());
        return rows;
    }

    private Counted review(ResultSet row, Asked asked) throws SQLException {
        LocalDate counter = row.getObject("accepted_on", LocalDate.class);
        LocalDate here = Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "accepted_at")));
        // a day on which this side was down after the last of the bank's gives nothing back
        LocalDate due = asked.down().due(counter, calendar.plus(counter, asked.contract().time().reviewDays()), calendar);
        int lost = asked.down().lost(counter, here.isBefore(due) ? here : due, calendar);
        int days = calendar.between(counter, here) - lost;
        String no = row.getString("application_no");
        return Counted.one(
                Measure.REVIEW, no, null, no, here, days <= asked.contract().time().reviewDays(), null, days + " working days from the counter, " + counter + (lost > 0 ? ", " + lost + " days given back" : ""),
                Rows.messages(row.getString("message_id")));
    }

    private static Counted withdrawn(ResultSet row) throws SQLException {
        String no = row.getString("application_no");
        return Counted.one(
                Measure.APPLICATION, no, null, no, Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "at"))), false, WITHDRAWN, "before a decision",
                Rows.messages(row.getString("application"), row.getString("message_id")));
    }

    private static Counted judged(ResultSet row) throws SQLException {
        Instant at = Objects.requireNonNull(Rows.instant(row, "at"));
        String type = row.getString("type");
        String no = row.getString("subject");
        return Counted.one(
                Measure.APPLICATION, no, null, no, Rows.dayOf(at), !type.equals("returned"), null, type, Rows.messages(row.getString("application"), row.getString("message_id")));
    }
}

package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a registry asked of the bank: from the registry's own event to what the bank handed in. The registry's days are nobody's here. */
@Component
class MortgageCases implements Source {
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    MortgageCases(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        return jdbc.sql("SELECT c.case_no, c.application_no, s.asked_for_at, s.handed_in_at, s.message_id,"
                        + " (SELECT t.message_id FROM mortgage_fact_told t WHERE t.case_no = c.case_no AND t.happened_at = s.asked_for_at ORDER BY t.id LIMIT 1) AS told"
                        + " FROM mortgage_fact_case c JOIN mortgage_fact_supplement s ON s.case_no = c.case_no WHERE c.bank = :bank"
                        + " UNION ALL SELECT c.case_no, c.application_no, c.state_at, NULL, NULL,"
                        + " (SELECT t.message_id FROM mortgage_fact_told t WHERE t.case_no = c.case_no AND t.happened_at = c.state_at ORDER BY t.id LIMIT 1)"
                        + " FROM mortgage_fact_case c WHERE c.bank = :bank AND c.state = 'supplement'"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_fact_supplement s WHERE s.case_no = c.case_no AND s.asked_for_at = c.state_at) ORDER BY 1, 3")
                .param("bank", asked.bank().value())
                .query((row, i) -> row(row, asked))
                .list()
                .stream()
                .filter(row -> asked.days().has(row.on()))
                .toList();
    }

    private Counted row(ResultSet row, Asked asked) throws SQLException {
        LocalDate askedOn = Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "asked_for_at")));
        LocalDate due = calendar.plus(askedOn, asked.contract().time().supplementDays());
        java.time.Instant handedIn = Rows.instant(row, "handed_in_at");
        LocalDate done = handedIn == null ? null : Rows.dayOf(handedIn);
        return Counted.one(
                Measure.MORTGAGE, row.getString("case_no") + "/" + askedOn, null, row.getString("application_no"), due, done != null && !done.isAfter(due), null,
                "asked " + askedOn + ", due " + due + (done == null ? ", nothing handed in" : ", handed in " + done),
                Rows.messages(row.getString("told"), row.getString("message_id")));
    }
}

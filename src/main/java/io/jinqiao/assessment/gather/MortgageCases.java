package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a registry asked of the bank: from the day this side heard of it, whom the bank hears it from, to what the bank handed in. The registry's days are nobody's
 * here. A request is one row, however many times something was handed in for it and whatever became of the case: what was rejected because nothing was handed in
 * is nothing handed in, and so is what the registry did not take.
 */
@Component
class MortgageCases implements Source {
    private static final String TOLD = " LEFT JOIN LATERAL (SELECT t.message_id, t.heard_at FROM mortgage_fact_told t WHERE t.case_no = c.case_no AND t.happened_at = %s ORDER BY t.id LIMIT 1) t ON true";

    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    MortgageCases(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Map<String, Integer> seen = new HashMap<>();
        return jdbc.sql("SELECT c.case_no, c.application_no, s.asked_for_at, s.handed_in_at, s.message_id, s.refused, NULL AS then, NULL::timestamptz AS then_at, t.message_id AS told, t.heard_at"
                        + " FROM mortgage_fact_case c JOIN (SELECT case_no, asked_for_at, min(handed_in_at) FILTER (WHERE state IS DISTINCT FROM 'refused') AS handed_in_at,"
                        + " (array_agg(message_id ORDER BY state IS NOT DISTINCT FROM 'refused', handed_in_at))[1] AS message_id, bool_and(state IS NOT DISTINCT FROM 'refused') AS refused"
                        + " FROM mortgage_fact_supplement GROUP BY case_no, asked_for_at) s ON s.case_no = c.case_no" + TOLD.formatted("s.asked_for_at") + " WHERE c.bank = :bank"
                        + " UNION ALL SELECT c.case_no, c.application_no, c.state_at, NULL, NULL, false, NULL, NULL, t.message_id, t.heard_at"
                        + " FROM mortgage_fact_case c" + TOLD.formatted("c.state_at") + " WHERE c.bank = :bank AND c.state = 'supplement'"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_fact_supplement s WHERE s.case_no = c.case_no AND s.asked_for_at = c.state_at)"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_fact_told t WHERE t.case_no = c.case_no AND t.word = 'supplement' AND t.happened_at = c.state_at)"
                        + " UNION ALL SELECT c.case_no, c.application_no, t.happened_at, NULL, NULL, false, n.word, n.happened_at, t.message_id, t.heard_at"
                        + " FROM mortgage_fact_case c JOIN mortgage_fact_told t ON t.case_no = c.case_no AND t.kind = 'state' AND t.word = 'supplement' AND t.happened_at IS NOT NULL"
                        + " LEFT JOIN LATERAL (SELECT n.word, n.happened_at FROM mortgage_fact_told n WHERE n.case_no = t.case_no AND n.kind = 'state' AND n.word <> 'supplement'"
                        + " AND n.happened_at > t.happened_at ORDER BY n.happened_at LIMIT 1) n ON true WHERE c.bank = :bank"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_fact_supplement s WHERE s.case_no = c.case_no AND abs(extract(epoch FROM s.asked_for_at - t.happened_at)) <= 60)"
                        + " AND NOT EXISTS (SELECT 1 FROM mortgage_fact_told e WHERE e.case_no = t.case_no AND e.kind = 'state' AND e.word = 'supplement'"
                        + " AND (e.happened_at < t.happened_at AND e.happened_at >= t.happened_at - interval '1 minute' OR e.happened_at = t.happened_at AND e.id < t.id)) ORDER BY 1, 3")
                .param("bank", asked.bank().value())
                .query((row, i) -> row(row, asked, seen))
                .list()
                .stream()
                .filter(row -> asked.days().has(row.on()))
                .toList();
    }

    private Counted row(ResultSet row, Asked asked, Map<String, Integer> seen) throws SQLException {
        LocalDate askedOn = Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "asked_for_at")));
        java.time.Instant heard = Rows.instant(row, "heard_at");
        LocalDate heardOn = heard == null || Rows.dayOf(heard).isBefore(askedOn) ? askedOn : Rows.dayOf(heard);
        LocalDate agreed = calendar.plus(heardOn, asked.contract().time().supplementDays());
        LocalDate due = asked.down().due(heardOn, agreed, calendar);
        java.time.Instant handedIn = Rows.instant(row, "handed_in_at");
        LocalDate done = handedIn == null ? null : Rows.dayOf(handedIn);
        String no = row.getString("case_no") + "/" + askedOn;
        int times = seen.merge(no, 1, Integer::sum);
        String then = row.getString("then");
        LocalDate thenOn = then == null ? null : Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "then_at")));
        return Counted.one(
                Measure.MORTGAGE, times == 1 ? no : no + "/" + times, null, row.getString("application_no"), agreed, done != null && !done.isAfter(due), excuse(then, thenOn, due),
                "asked " + askedOn + (heardOn.equals(askedOn) ? "" : ", heard of " + heardOn) + ", due " + due + (row.getBoolean("refused") ? ", what was handed in was not taken" : done == null ? ", nothing handed in" : ", handed in " + done) + (then == null ? "" : ", " + then + " " + thenOn),
                Rows.messages(row.getString("told"), row.getString("message_id")));
    }

    /** What the case became within the bank's days, without anything handed in here: it was not needed, or there was no time for it. */
    private static @Nullable String excuse(@Nullable String then, @Nullable LocalDate thenOn, LocalDate due) {
        return then == null || thenOn == null || thenOn.isAfter(due) ? null : then.equals("rejected") || then.equals("deleted") ? "rejected-before-due" : "not-needed";
    }
}

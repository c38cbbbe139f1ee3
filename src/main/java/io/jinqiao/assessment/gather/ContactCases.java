package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each order to collect counts once, however often the bank says it did something; in time is what was done, and told with its proof, in time: a later act that was
 * told late takes nothing from an earlier one.
 */
@Component
class ContactCases implements Source {
    /** Nothing of it ever left this side: the bank has no such operation in service, or nothing was sent. */
    private static final String NOT_TOLD = "(o.message_id IS NULL AND (o.refused IS NOT NULL OR EXISTS (SELECT 1 FROM delivery_fact_outbox d WHERE d.partner = o.partner"
            + " AND d.operation = 'collection-order' AND d.business_key = o.order_no AND d.state IN ('POSTED', 'HELD') AND d.record IS NULL)))";

    private final JdbcClient jdbc;
    private final Exclusions exclusions;
    private final WorkingCalendar calendar;

    ContactCases(JdbcClient jdbc, Exclusions exclusions, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.exclusions = exclusions;
        this.calendar = calendar;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Exclusions.Spans out = exclusions.of(asked.bank(), asked.days().last());
        Map<String, List<Act>> acts = acts(asked);
        return jdbc.sql("SELECT o.*, " + NOT_TOLD + " AS not_told FROM repayment_fact_order o WHERE o.partner = ? AND o.due_on BETWEEN ? AND ? ORDER BY o.order_no")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> row(row, asked, out, acts.getOrDefault(row.getString("order_no"), List.of())))
                .list();
    }

    /** What was done on an order. */
    private record Act(String orderNo, LocalDate doneOn, LocalDate toldOn, LocalDate fileBy, String message) {}

    /** Of orders of which the act that counts for the case was late: an earlier one that reached nobody may have been in time. */
    private Map<String, List<Act>> acts(Asked asked) {
        return jdbc.sql("SELECT r.order_no, r.done_at, r.told_at, r.file_by, r.message_id FROM repayment_fact_order o JOIN repayment_fact_record r ON r.partner = o.partner AND r.order_no = o.order_no"
                        + " WHERE o.partner = ? AND o.due_on BETWEEN ? AND ? AND (o.filed_late OR NOT o.done_in_time) AND r.done_at IS NOT NULL ORDER BY r.done_at")
                .params(asked.bank().value(), asked.days().first(), asked.days().last())
                .query((row, i) -> new Act(
                        row.getString("order_no"), Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "done_at"))), Rows.dayOf(Objects.requireNonNull(Rows.instant(row, "told_at"))),
                        row.getObject("file_by", LocalDate.class), row.getString("message_id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Act::orderNo));
    }

    private Counted row(ResultSet row, Asked asked, Exclusions.Spans out, List<Act> acts) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        Instant instant = Rows.instant(row, "ordered_at");
        LocalDate ordered = instant == null ? due : Rows.dayOf(instant);
        boolean counts = row.getBoolean("done_in_time") && !row.getBoolean("filed_late");
        Act other = counts ? null : acts.stream().filter(act -> inTime(act, ordered, due, asked.down())).findFirst().orElse(null);
        boolean good = counts || other != null;
        String record = row.getString("record_no");
        String why = record == null ? "nothing told" : good ? "in time" : row.getBoolean("filed_late") ? "told late" : "done late";
        return Counted.one(
                Measure.CONTACT, row.getString("order_no"), row.getString("account_no"), row.getString("case_no"), due, good, excluded(row, out, ordered, due), row.getString("step") + ", " + why,
                Rows.messages(row.getString("message_id"), other == null ? row.getString("record_message_id") : other.message()));
    }

    /** With the days this side was down given back. */
    private boolean inTime(Act act, LocalDate ordered, LocalDate due, Downtimes down) {
        return !act.doneOn().isAfter(down.due(ordered, due, calendar)) && !act.toldOn().isAfter(down.due(act.doneOn(), act.fileBy(), calendar));
    }

    private static @Nullable String excluded(ResultSet row, Exclusions.Spans out, LocalDate ordered, LocalDate due) throws SQLException {
        String outOf = out.within(row.getString("case_no"), ordered, due);
        boolean nothing = row.getString("record_no") == null;
        return outOf != null ? outOf : nothing && row.getString("state").equals("withdrawn") ? "withdrawn" : nothing && row.getBoolean("not_told") ? "not-told" : null;
    }
}

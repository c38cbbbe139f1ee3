package io.jinqiao.assessment.store;

import io.jinqiao.assessment.EnterDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rejected objections on their way through the committee. */
@Repository
public class EscalationStore {
    private static final String REJECTED = "SELECT o.number AS objection, o.period_no, r.escalate_until FROM assessment_objection o"
            + " JOIN assessment_ruling r ON r.number = o.number AND r.confirmed AND NOT r.upheld WHERE ";

    private final JdbcClient jdbc;

    public EscalationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param escalateUntil last day to ask for the committee; null: the bank was not told the reasons */
    public record Rejected(long objection, String periodNo, @Nullable LocalDate escalateUntil) {}

    public record Escalated(long objection, String periodNo) {}

    /** @param ruling the one it is about @param by who entered it */
    public record Decision(long objection, String periodNo, long ruling, boolean upheld, String by) {}

    public Optional<Rejected> rejected(long objection) {
        return jdbc.sql(REJECTED + "o.number = ?").param(objection).query(Rejected.class).optional();
    }

    /** The latest about a case. */
    public Optional<Rejected> rejected(String periodNo, String toldNo) {
        return jdbc.sql("SELECT * FROM (" + REJECTED + "o.number = (SELECT max(l.number) FROM assessment_objection l WHERE l.period_no = ? AND l.told_no = ?)) x")
                .params(periodNo, toldNo)
                .query(Rejected.class)
                .optional();
    }

    /** @return false when it was before */
    public boolean escalate(long objection, String reason, @Nullable String document, @Nullable String messageId, @Nullable String by, Instant at) {
        return jdbc.sql("INSERT INTO assessment_escalation (objection, reason, document, message_id, entered_by, registered_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(objection, reason, document, messageId, by, PeriodStore.time(at))
                        .update()
                == 1;
    }

    public Optional<Escalated> escalated(long objection) {
        return jdbc.sql("SELECT o.number AS objection, o.period_no FROM assessment_escalation e JOIN assessment_objection o ON o.number = e.objection WHERE e.objection = ?")
                .param(objection)
                .query(Escalated.class)
                .optional();
    }

    /** @return number; empty when a decision stands or waits */
    public Optional<Long> propose(EnterDecision d, Instant at) {
        return jdbc.sql("INSERT INTO assessment_committee (objection, upheld, reason, document, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id")
                .params(d.objection(), d.upheld(), d.reason(), d.document(), d.by(), PeriodStore.time(at))
                .query(Long.class)
                .optional();
    }

    public Optional<Decision> decision(long id) {
        return jdbc.sql("SELECT c.objection, o.period_no, r.id AS ruling, c.upheld, c.proposed_by AS by FROM assessment_committee c JOIN assessment_objection o ON o.number = c.objection"
                        + " JOIN assessment_ruling r ON r.number = o.number AND r.confirmed WHERE c.id = ?")
                .param(id)
                .query(Decision.class)
                .optional();
    }

    /** @return false when somebody answered before */
    public boolean answer(long id, boolean confirmed, String by, Instant at) {
        return jdbc.sql("UPDATE assessment_committee SET confirmed = ?, answered_by = ?, answered_at = ? WHERE id = ? AND confirmed IS NULL")
                        .params(confirmed, by, PeriodStore.time(at), id)
                        .update()
                == 1;
    }

    /** Rulings the bank was not told yet get the scorecard that tells them. @return how many */
    public int told(String periodNo, String scorecardNo, LocalDate until) {
        return jdbc.sql("UPDATE assessment_ruling r SET told_in = ?, escalate_until = CASE WHEN NOT r.upheld THEN ?::date END FROM assessment_objection o WHERE o.number = r.number AND o.period_no = ?"
                        + " AND r.confirmed AND r.told_in IS NULL")
                .params(scorecardNo, until, periodNo)
                .update();
    }

    /** What a final score still waits for: reasons, escalation or committee; empty: nothing. */
    public Optional<String> waits(String periodNo, LocalDate today) {
        return jdbc.sql("SELECT CASE WHEN r.escalate_until IS NULL THEN 'reasons' WHEN e.objection IS NOT NULL THEN 'committee' ELSE 'escalation <= ' || r.escalate_until END"
                        + " FROM assessment_objection o JOIN assessment_ruling r ON r.number = o.number AND r.confirmed AND NOT r.upheld LEFT JOIN assessment_escalation e ON e.objection = o.number"
                        + " WHERE o.period_no = ? AND NOT EXISTS (SELECT 1 FROM assessment_committee c WHERE c.objection = o.number AND c.confirmed)"
                        + " AND (r.escalate_until IS NULL OR r.escalate_until >= ? OR e.objection IS NOT NULL) ORDER BY o.number LIMIT 1")
                .params(periodNo, today)
                .query(String.class)
                .optional();
    }
}

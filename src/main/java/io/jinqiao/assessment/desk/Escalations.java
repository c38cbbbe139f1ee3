package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.store.EscalationStore;
import io.jinqiao.assessment.store.EscalationStore.Rejected;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Between the reasons in writing and the final score: a bank may ask for the committee, whose decision two people enter with its document. */
@Component
class Escalations {
    private final EscalationStore store;
    private final Rescoring rescoring;
    private final Clock clock;

    Escalations(EscalationStore store, Rescoring rescoring, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.rescoring = rescoring;
        this.clock = clock;
    }

    /** The objection to a case that was rejected and that no later one of the bank took the place of. */
    Optional<Rejected> rejected(String periodNo, String toldNo) {
        return store.rejected(periodNo, toldNo);
    }

    void escalate(EscalateObjection entered) {
        Rejected rejected = store.rejected(entered.objection()).orElseThrow(() -> new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "not rejected"));
        escalate(rejected, entered.reason(), entered.document(), null, entered.by());
    }

    /** By message. */
    void escalate(Rejected rejected, String reason, String messageId) {
        escalate(rejected, reason, null, messageId, null);
    }

    private void escalate(
            Rejected rejected,
            String reason,
            @org.jspecify.annotations.Nullable String document,
            @org.jspecify.annotations.Nullable String messageId,
            @org.jspecify.annotations.Nullable String by) {
        rescoring.contestable(rejected.periodNo());
        if (rejected.escalateUntil() == null) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "reasons");
        }
        if (WorkingCalendar.today(clock).isAfter(rejected.escalateUntil())) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "<= " + rejected.escalateUntil());
        }
        if (!store.escalate(rejected.objection(), reason, document, messageId, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
    }

    long decide(EnterDecision decision) {
        EscalationStore.Escalated escalated = store.escalated(decision.objection()).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        rescoring.contestable(escalated.periodNo());
        return store.propose(decision, clock.instant()).orElseThrow(() -> new Refusal(FailureCode.ALREADY_ANSWERED));
    }

    void answer(long id, boolean confirmed, String by) {
        EscalationStore.Decision decision = store.decision(id).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(decision.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        Period period = rescoring.contestable(decision.periodNo());
        if (!store.answer(id, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (confirmed && decision.upheld()) {
            rescoring.upheld(period, decision.ruling(), "committee " + decision.objection());
        }
    }
}

package io.jinqiao.console;

import io.jinqiao.adapter.Catalogue;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.EnterDecision;
import io.jinqiao.assessment.EnterDowntime;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.EscalateObjection;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.SettleFee;
import io.jinqiao.assessment.WithdrawDowntime;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Assessment of the banks by people; each act with its audit line in one commit. */
@Service
@Transactional
public class Assessing {
    private final Assessments assessments;
    private final Catalogue partners;
    private final Audit audit;

    public Assessing(Assessments assessments, Catalogue partners, Audit audit) {
        this.assessments = assessments;
        this.partners = partners;
        this.audit = audit;
    }

    /** What is frozen is of one moment, in every room. @return number of the period */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public String freeze(FreezePeriod command) {
        known(command.bank());
        String no = assessments.freeze(command);
        audit.write(command.by(), "assessment-frozen", no, null);
        return no;
    }

    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void watch(PartnerId bank, Actor actor) {
        known(bank);
        assessments.watch(bank);
        audit.write(actor.name(), "assessment-looked-at", bank.value(), null);
    }

    public long enter(EnterFact fact) {
        known(fact.bank());
        long number = assessments.enter(fact);
        audit.write(fact.by(), "assessment-fact-entered", fact.bank().value(), fact.kind().name() + " " + number);
        return number;
    }

    public long enter(EnterDowntime down) {
        if (down.bank() != null) {
            known(down.bank());
        }
        long number = assessments.enter(down);
        audit.write(down.by(), "downtime-entered", down.bank() == null ? null : down.bank().value(), "" + number);
        return number;
    }

    /** @return number of the withdrawal */
    public long withdraw(WithdrawDowntime withdrawal) {
        long number = assessments.withdraw(withdrawal);
        audit.write(withdrawal.by(), "downtime-withdrawal-entered", "" + withdrawal.number(), "" + number);
        return number;
    }

    public void answerFact(long number, boolean confirmed, Actor actor) {
        assessments.answerFact(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "assessment-fact-confirmed" : "assessment-fact-turned-down", "" + number, null);
    }

    public void answerDowntime(long number, boolean confirmed, Actor actor) {
        Optional<Long> withdrawn = assessments.answerDowntime(number, confirmed, actor.name());
        String act = (withdrawn.isPresent() ? "downtime-withdrawal-" : "downtime-") + (confirmed ? "confirmed" : "turned-down");
        audit.write(actor.name(), act, "" + withdrawn.orElse(number), withdrawn.isPresent() ? "" + number : null);
    }

    /** @return number of the objection */
    public long object(EnterObjection objection) {
        long number = assessments.object(objection);
        audit.write(objection.by(), "objection-entered", objection.periodNo(), objection.toldNo());
        return number;
    }

    /** @return number of the ruling */
    public long rule(RuleObjection ruling) {
        long number = assessments.rule(ruling);
        audit.write(ruling.by(), "objection-ruling-proposed", "" + ruling.objection(), ruling.upheld() ? "upheld" : "rejected");
        return number;
    }

    public void answerRuling(long ruling, boolean confirmed, Actor actor) {
        assessments.answerRuling(ruling, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "objection-ruling-confirmed" : "objection-ruling-turned-down", "" + ruling, null);
    }

    public void escalate(EscalateObjection escalation) {
        assessments.escalate(escalation);
        audit.write(escalation.by(), "objection-escalated", "" + escalation.objection(), escalation.document());
    }

    /** @return number of the decision */
    public long decide(EnterDecision decision) {
        long number = assessments.decide(decision);
        audit.write(decision.by(), "committee-decision-entered", "" + decision.objection(), decision.upheld() ? "upheld" : "rejected");
        return number;
    }

    public void answerDecision(long decision, boolean confirmed, Actor actor) {
        assessments.answerDecision(decision, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "committee-decision-confirmed" : "committee-decision-turned-down", "" + decision, null);
    }

    /** @return number of the settlement */
    public long settle(SettleFee settle) {
        known(settle.bank());
        long number = assessments.settle(settle);
        audit.write(settle.by(), "fee-settlement-proposed", settle.bank().value(), "" + number);
        return number;
    }

    public void answerSettlement(long number, boolean confirmed, Actor actor) {
        assessments.answerSettlement(number, confirmed, actor.name());
        audit.write(actor.name(), confirmed ? "fee-settlement-confirmed" : "fee-settlement-turned-down", "" + number, null);
    }

    private void known(PartnerId bank) {
        if (partners.partner(bank).isEmpty()) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }
}

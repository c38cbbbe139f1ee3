package io.jinqiao.assessment;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import java.util.List;
import java.util.Optional;

/**
 * The door to the assessment of banks (银行考核), bean {@code assessments}: what flowed is counted, frozen by period and scored. What people must know and
 * no message tells is entered by one and confirmed by another. Everything joins the caller's transaction.
 * Whoever opens one around {@link #watch} or {@link #freeze} opens it for one moment (REPEATABLE READ) and asks nothing of the database before: they wait for each other first.
 */
public interface Assessments {

    /** Banks the committee ever decided about. */
    List<PartnerId> banks();

    /** Scores the days of the running period so far, and warns of what goes wrong in it. Nothing follows from it by itself. */
    void watch(PartnerId bank);

    /**
     * Freezes a period that is over, right after the one before, and scores it.
     *
     * @return number of the period
     * @throws io.jinqiao.message.Refusal when it is not over, leaves days out or was frozen
     */
    String freeze(FreezePeriod command);

    /** @return number of the entry, which counts once another person confirmed it */
    long enter(EnterFact fact);

    /** @return number of the entry, which counts once another person confirmed it */
    long enter(EnterDowntime down);

    /** @return number, which another person answers as that of a downtime */
    long withdraw(WithdrawDowntime withdrawal);

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerFact(long number, boolean confirmed, String by);

    /** @return the downtime that is withdrawn; empty when a downtime itself was answered @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED}; {@code ASSESSMENT_FORBIDDEN} when maintenance has begun and its withdrawal can only be turned down */
    Optional<Long> answerDowntime(long number, boolean confirmed, String by);

    /** Tells the bank its provisional score. @throws io.jinqiao.message.Refusal when it is not frozen, or too little could be graded */
    Outcome publish(PublishScore command);

    /** What a bank answered to a scorecard. */
    Outcome answered(Answered scorecard);

    /**
     * A bank contests cases, or takes to the committee one that was rejected: in its days, or of a score that is final until what was held back of its fee is settled. Then the score stays as it is and what
     * is upheld becomes a line of the next statement.
     *
     * @throws io.jinqiao.message.Refusal when its days are over, or it was told of no such case
     */
    Outcome object(Incoming objection);

    /** The same, on paper. @return number of the objection. @throws io.jinqiao.message.Refusal when its days are over, or the bank was told of no such case */
    long object(EnterObjection objection);

    /** @return number of the ruling, which counts once another person confirmed it */
    long rule(RuleObjection ruling);

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerRuling(long ruling, boolean confirmed, String by);

    /**
     * Tells the bank the rulings that stand, with their reasons.
     *
     * @throws io.jinqiao.message.Refusal when an objection is open, or there is nothing to tell
     */
    Outcome tell(TellRulings command);

    /** @throws io.jinqiao.message.Refusal when it was not rejected, the bank was not told why, or its days are over */
    void escalate(EscalateObjection escalation);

    /** @return number of the decision, which counts once another person confirmed it */
    long decide(EnterDecision decision);

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerDecision(long decision, boolean confirmed, String by);

    /** The score becomes final, and the statement of its fee is made. @throws io.jinqiao.message.Refusal when the days to object or to ask for the committee run, or either has yet to say something */
    Outcome finish(FinishScore command);

    /** @return number of the settlement, which counts once another person confirmed it. @throws io.jinqiao.message.Refusal when nothing is held back */
    long settle(SettleFee settle);

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerSettlement(long number, boolean confirmed, String by);
}

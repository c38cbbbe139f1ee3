package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.util.List;

/**
 * The door to the assessment of banks (银行考核), bean {@code assessments}: what flowed is counted, frozen by period and scored. What people must know and
 * no message tells is entered by one and confirmed by another. Everything joins the caller's transaction.
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

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerFact(long number, boolean confirmed, String by);

    /** @throws io.jinqiao.message.Refusal {@code DUTIES_NOT_SEPARATED}, {@code ALREADY_ANSWERED} */
    void answerDowntime(long number, boolean confirmed, String by);
}

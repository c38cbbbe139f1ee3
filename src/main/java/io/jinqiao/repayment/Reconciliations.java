package io.jinqiao.repayment;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;

/**
 * The door to reconciliation (对账), bean {@code reconciliations}: per accounting date with every bank. A day closes matched, or with every difference explained
 * by two people. Everything joins the caller's transaction.
 */
public interface Reconciliations {

    /** One part of a bank's book; with the last part the books are compared and the bank is told. */
    Outcome statement(Incoming statement);

    /** Compares a day that is open once more, after what was missing came. */
    Outcome compare(CompareBooks command);

    /** One person explains a difference. @throws io.jinqiao.message.Refusal when there is no such open difference */
    Outcome explain(ExplainDifference command);

    /** Another person confirms the explanation; with the last one the day closes and the bank is told. */
    Outcome confirm(ConfirmExplanation command);

    /** What the bank answered to a result. */
    Outcome answered(Answered result);
}

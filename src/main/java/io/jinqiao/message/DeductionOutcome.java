package io.jinqiao.message;

/** What became of a repayment that was due (扣款结果). Every bank says with which code; a phrase is never searched for. */
public enum DeductionOutcome {
    PAID,
    PARTLY_PAID,
    /** 余额不足 */
    INSUFFICIENT_FUNDS,
    ACCOUNT_CLOSED,
    /** stopped or frozen by an authority */
    ACCOUNT_FROZEN,
    /** account and name do not belong together */
    ACCOUNT_MISMATCH,
    MANDATE_MISSING,
    OTHER
}

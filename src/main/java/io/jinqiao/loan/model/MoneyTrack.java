package io.jinqiao.loan.model;

import java.util.Set;

/** Where the money stands. {@code UNKNOWN} is left only by what a query or a decision of two people says. */
public enum MoneyTrack {
    NONE,
    /** Two people approved the disbursement. */
    APPROVED,
    SENT,
    DISBURSED,
    UNKNOWN,
    FAILED,
    /** Came back days after it was paid; paying again needs a new approval of two people. */
    RETURNED,
    REVERSED,
    REPAYING,
    OVERDUE,
    SETTLED,
    WRITTEN_OFF;

    public Set<MoneyTrack> next() {
        return switch (this) {
            case NONE, FAILED, RETURNED -> Set.of(APPROVED);
            case APPROVED -> Set.of(SENT, NONE);
            case SENT -> Set.of(DISBURSED, UNKNOWN, FAILED);
            case UNKNOWN -> Set.of(DISBURSED, FAILED);
            case DISBURSED -> Set.of(RETURNED, REVERSED, REPAYING);
            case REPAYING -> Set.of(OVERDUE, SETTLED);
            case OVERDUE -> Set.of(REPAYING, SETTLED, WRITTEN_OFF);
            case REVERSED, SETTLED, WRITTEN_OFF -> Set.of();
        };
    }

    /** Whether money is outside, or may be. */
    public boolean out() {
        return switch (this) {
            case NONE, APPROVED, FAILED, RETURNED, REVERSED, SETTLED -> false;
            case SENT, DISBURSED, UNKNOWN, REPAYING, OVERDUE, WRITTEN_OFF -> true;
        };
    }

    /** Whether the debt came to its end: paid off, or the payment was taken back. */
    public boolean over() {
        return this == SETTLED || this == REVERSED;
    }

    /** Whether the borrower or the centre may still step back: no money is outside, and the loan was not lived through. */
    public boolean mayStepBack() {
        return !out() && this != SETTLED;
    }
}

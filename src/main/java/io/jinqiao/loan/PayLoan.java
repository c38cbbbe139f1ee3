package io.jinqiao.loan;

import org.jspecify.annotations.Nullable;

/**
 * One step of a loan's money. Proposing and confirming are two people's; the rest is told by whoever pays, until the banks say it themselves.
 *
 * @param reference what proves it; for everything but proposing and confirming
 */
public record PayLoan(String acceptanceNo, Step step, @Nullable String reference, Officer by) {
    public enum Step {
        PROPOSED,
        CONFIRMED,
        SENT,
        DISBURSED,
        FAILED,
        REPAYING,
        SETTLED
    }
}

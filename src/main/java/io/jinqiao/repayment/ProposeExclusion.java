package io.jinqiao.repayment;

import org.jspecify.annotations.Nullable;

/**
 * Command: leave a case out of collection, or take it up again.
 *
 * @param why null: collect it again
 * @param document number of the document that says so, 1 to 64 characters
 * @param by log-in name
 */
public record ProposeExclusion(String caseNo, @Nullable Why why, String document, String by) {

    /** Why a loan is not collected for now (催收排除事由). */
    public enum Why {
        LITIGATION,
        INSOLVENCY,
        TRANSFERRED_IN,
        /** ordered by the centre */
        FORBEARANCE,
        /** a deduction that failed on the centre's side */
        DEDUCTION_FAILED_HERE
    }
}

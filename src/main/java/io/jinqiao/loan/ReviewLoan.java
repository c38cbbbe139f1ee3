package io.jinqiao.loan;

import org.jspecify.annotations.Nullable;

/**
 * One review of an application was finished (初审, 复审).
 *
 * @param recommended without it the application cannot be approved, only rejected, returned or reviewed again
 * @param remark up to 500 characters
 */
public record ReviewLoan(String acceptanceNo, Stage stage, boolean recommended, @Nullable String remark, Officer by) {
    public enum Stage {
        INITIAL,
        SECOND
    }
}

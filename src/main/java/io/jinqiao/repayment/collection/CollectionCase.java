package io.jinqiao.repayment.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One overdue loan from the day the ledger shows it until the ledger shows nothing overdue.
 *
 * @param caseNo ours
 * @param overdueSince oldest due day when it was opened
 * @param reached id of the gravest step ordered so far
 * @param promises how many were taken
 * @param latest the latest order; there is at most one the bank still has to act on
 */
public record CollectionCase(
        String caseNo, LocalDate overdueSince, CaseState state, @Nullable String reached, int promises, @Nullable Ordered latest) {

    public record Ordered(String orderNo, OrderState state, LocalDate dueOn) {}

    public static CollectionCase opened(String caseNo, LocalDate overdueSince) {
        return new CollectionCase(caseNo, overdueSince, new CaseState.Collecting(), null, 0, null);
    }

    CollectionCase to(CaseState state) {
        return new CollectionCase(caseNo, overdueSince, state, reached, promises, latest);
    }

    CollectionCase promised(CaseState state) {
        return new CollectionCase(caseNo, overdueSince, state, reached, promises + 1, latest);
    }

    CollectionCase with(@Nullable Ordered order) {
        return new CollectionCase(caseNo, overdueSince, state, reached, promises, order);
    }

    CollectionCase reaching(@Nullable String rung, Ordered order) {
        return new CollectionCase(caseNo, overdueSince, state, rung, promises, order);
    }
}

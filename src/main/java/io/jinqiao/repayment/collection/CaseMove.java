package io.jinqiao.repayment.collection;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;

/** Something that happens to a case. */
public sealed interface CaseMove permits FollowLedger, TakePromise, OrderByHand, Exclude, Resume, EndOrder {

    /** @throws Refusal {@code COLLECTION_STATE_FORBIDS} when the state of the case, or of its order, does not allow it */
    CaseStep on(CollectionCase from);

    static Refusal forbidden(CaseState state) {
        return new Refusal(FailureCode.COLLECTION_STATE_FORBIDS, state.told());
    }

    static Refusal forbidden(OrderState state) {
        return new Refusal(FailureCode.COLLECTION_STATE_FORBIDS, state.told());
    }
}

package io.jinqiao.repayment;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import java.util.List;

/**
 * The door to collection (催收), bean {@code collectionCases}. The ledger opens a case, keeps and breaks promises, and closes it; banks act on orders and say so;
 * people add what neither knows. Everything joins the caller's transaction.
 */
public interface CollectionCases {

    /** The banks of which loans are open: a round each. */
    List<PartnerId> banks();

    /** Goes once through everything of one bank that is overdue or being collected; nothing when nothing was told since and it is the same day. */
    Outcome round(CollectionRound round);

    /** What the bank answered to an order. */
    Outcome answered(Answered order);

    /**
     * A bank says what it did.
     *
     * @throws io.jinqiao.message.Refusal with everything that may not be: hours, persons, too soon after another contact, a proof that does not fit or was used
     */
    Outcome record(Incoming record);

    /** A collector of the centre orders a step. @throws io.jinqiao.message.Refusal when the state of the case forbids it */
    Outcome order(OrderCollection command);

    /**
     * One person wants a case excluded, or collected again.
     *
     * @return number of the proposal
     */
    long proposeExclusion(ProposeExclusion command);

    /** Another person confirms it or turns it down. @throws io.jinqiao.message.Refusal when it is the same person, it was answered, or the state forbids it */
    void answerExclusion(long number, boolean confirmed, String by);
}

package io.jinqiao.adapter;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import java.util.function.Function;

/**
 * Where a verified message meets the business: implemented by {@code flow}, which opens the transaction and runs the route
 * {@code direct:<operation>} in it.
 */
public interface Business {

    /**
     * Runs {@code work} in one transaction; whatever it throws rolls everything back. A rejecting outcome is thrown as the
     * {@link io.jinqiao.message.Refusal} it is.
     *
     * @param work is given the business: call it at most once, inside
     */
    <T> T inOneCommit(Function<Function<Incoming, Outcome>, T> work);

    /**
     * Whether the centre can hear what a partner answers to a message of this operation. What nobody would hear is not posted: see
     * {@code docs/decisions/0032-not-in-service.md}.
     */
    boolean hearsAnswers(Operation operation);

    /** Tells the business, in the caller's transaction, what became of a message of ours; does nothing when no route waits for it. */
    void answered(Answered answered);
}

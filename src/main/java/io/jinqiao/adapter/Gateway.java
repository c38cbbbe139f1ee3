package io.jinqiao.adapter;

import io.jinqiao.message.Outcome;

/** The engine's door. */
public interface Gateway {

    /**
     * One request of a partner, from its bytes to the bytes of the answer. Never throws for bad input: the refusal is in the answer, in
     * the partner's own form, and recorded.
     */
    WireAnswer receive(WireRequest request);

    /**
     * Posts what partners must be told to the outbox, in the caller's transaction; hands the outcome on.
     *
     * @throws io.jinqiao.message.Refusal when one of the operations is not in service: switched off with this partner, or without a route
     *     for its answer
     */
    Outcome post(Outcome outcome);
}

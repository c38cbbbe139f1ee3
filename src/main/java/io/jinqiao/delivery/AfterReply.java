package io.jinqiao.delivery;

import io.jinqiao.message.Answered;

/**
 * What happens when the outcome of a message is known: implemented by {@code flow} (the route {@code <operation>-answered}), called by
 * the dispatcher inside the transaction that settles the row, once for each message that was accepted or rejected. When it throws,
 * that transaction is rolled back, the reply is kept, and it is called again later; the message is never sent again for it.
 */
@FunctionalInterface
public interface AfterReply {
    void accept(Answered answered);
}

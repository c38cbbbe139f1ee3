package io.jinqiao.delivery;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Outgoing;

/** Messages on their way out. A row is posted in the transaction of the effects that caused it. */
public interface Outbox {

    /** @return the id under which the message goes out, however often; the same for the same partner, operation and business key */
    MessageId post(Outgoing outgoing);
}

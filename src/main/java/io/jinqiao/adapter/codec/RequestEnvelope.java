package io.jinqiao.adapter.codec;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import java.time.Instant;

/** Axis: what is around the content of a request. Thread-safe; made for one side of the wire. */
interface RequestEnvelope {

    /** @throws io.jinqiao.message.Refusal with every problem of the envelope */
    Framed open(String path, String text);

    /** Never throws. */
    Glimpse glimpse(String path, String text);

    Unsigned wrap(Operation operation, MessageId id, Instant now, String payload);

    /** @param signature empty when the profile signs nothing */
    String finish(Unsigned request, String signature);
}

package io.jinqiao.adapter.codec;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.Envelope;
import java.time.Instant;

/** Axis: what is around the content of a request. Thread-safe; made for one side of the wire. */
interface RequestEnvelope {

    /** @throws io.jinqiao.message.Refusal with every problem of the envelope */
    Framed open(String path, String text);

    /** Never throws. */
    Glimpse glimpse(String path, String text);

    Unsigned wrap(Operation operation, MessageId id, Instant now, String payload);

    /**
     * @param framed what {@link #open} made of the outside
     * @param plain what was in its digital envelope
     * @throws io.jinqiao.message.Refusal with every problem of the head inside
     */
    default Framed unsealed(Framed framed, String plain) {
        throw new IllegalArgumentException("nothing is sealed here");
    }

    /** The request with its content sealed, ready to be signed. */
    default Unsigned sealed(Unsigned open, Envelope sealed) {
        throw new IllegalArgumentException("nothing is sealed here");
    }

    /** @param signature empty when the profile signs nothing */
    String finish(Unsigned request, String signature);
}

package io.jinqiao.adapter.codec;

import io.jinqiao.message.Operation;
import io.jinqiao.signing.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Axis: what is around the content of an answer. Thread-safe. */
interface ReplyEnvelope {

    /** @throws io.jinqiao.message.Refusal when there is no content to be found */
    FramedReply open(String text);

    Unsigned wrap(@Nullable Operation operation, String signType, String payload);

    /** The same where an answer tells its time outside its content. */
    default Unsigned wrap(@Nullable Operation operation, String signType, String payload, Instant now) {
        return wrap(operation, signType, payload);
    }

    /** The answer with its content sealed, ready to be signed. */
    default Unsigned sealed(Unsigned open, Envelope sealed) {
        throw new IllegalArgumentException("nothing is sealed here");
    }

    /** @param signature empty when the profile signs nothing */
    String finish(Unsigned answer, String signature);
}

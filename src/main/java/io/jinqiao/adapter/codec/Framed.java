package io.jinqiao.adapter.codec;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.Envelope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request whose envelope was read and whose content was not touched yet.
 *
 * @param id its number; null while it lies in a digital envelope that was not opened
 * @param sentAt null as long as the number
 * @param signType name of the signing profile the sender claims
 * @param signingInput exact bytes under the signature
 * @param signature in text form; null when the envelope has none
 * @param payload the content in its own encoding; empty while it is sealed
 * @param session token of the session it came in; null where there are none
 * @param sealed the digital envelope, to be opened when the signature was found good; null when there is none, or none any more
 */
public record Framed(
        Operation operation,
        @Nullable MessageId id,
        @Nullable Instant sentAt,
        String signType,
        byte[] signingInput,
        @Nullable String signature,
        String payload,
        @Nullable Envelope sealed,
        @Nullable String session) {

    public Framed(
            Operation operation,
            MessageId id,
            Instant sentAt,
            String signType,
            byte[] signingInput,
            @Nullable String signature,
            String payload) {
        this(operation, id, sentAt, signType, signingInput, signature, payload, null, null);
    }

    static Framed sealed(
            Operation operation, String signType, byte[] signingInput, @Nullable String signature, Envelope sealed, @Nullable String session) {
        return new Framed(operation, null, null, signType, signingInput, signature, "", sealed, session);
    }

    /** What was in the digital envelope, in the session of its outside. */
    Framed unsealed(MessageId number, Instant at, String content) {
        return new Framed(operation, number, at, signType, signingInput, signature, content, null, session);
    }

    /** @throws IllegalStateException while it is sealed */
    @Override
    public MessageId id() {
        return opened(id);
    }

    /** @throws IllegalStateException while it is sealed */
    @Override
    public Instant sentAt() {
        return opened(sentAt);
    }

    private static <T> T opened(@Nullable T known) {
        if (known == null) {
            throw new IllegalStateException("the digital envelope was not opened");
        }
        return known;
    }

    public Glimpse glimpse() {
        return new Glimpse(operation, id, signType);
    }
}

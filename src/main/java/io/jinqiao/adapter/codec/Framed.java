package io.jinqiao.adapter.codec;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request whose envelope was read and whose content was not touched yet.
 *
 * @param signType name of the signing profile the sender claims
 * @param signingInput exact bytes under the signature
 * @param signature in text form; null when the envelope has none
 * @param payload the content in its own encoding
 */
public record Framed(
        Operation operation,
        MessageId id,
        Instant sentAt,
        String signType,
        byte[] signingInput,
        @Nullable String signature,
        String payload) {

    public Glimpse glimpse() {
        return new Glimpse(operation, id, signType);
    }
}

package io.jinqiao.adapter.codec;

import io.jinqiao.signing.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose envelope was read and whose content was not touched yet.
 *
 * @param signType name of the signing profile the sender claims
 * @param signingInput exact bytes under the signature
 * @param signature in text form; null when there is none
 * @param payload the content in its own encoding; empty while it is sealed
 * @param sealed the digital envelope, to be opened when the signature was found good; null when there is none, or none any more
 */
public record FramedReply(String signType, byte[] signingInput, @Nullable String signature, String payload, @Nullable Envelope sealed) {

    public FramedReply(String signType, byte[] signingInput, @Nullable String signature, String payload) {
        this(signType, signingInput, signature, payload, null);
    }
}

package io.jinqiao.adapter.codec;

import io.jinqiao.message.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A request or answer, complete but for its signature.
 *
 * @param operation null for a refusal of something unreadable
 * @param signType name of the signing profile to use
 * @param signingInput exact bytes to sign
 * @param toSeal what goes into the digital envelope before anything can be signed; null when there is none, or when it was sealed
 * @param session token of the session it goes in; null where there are none, and in samples
 * @param parts what the envelope needs to finish, in its own order
 */
public record Unsigned(@Nullable Operation operation, String signType, byte[] signingInput, java.util.Map<String, String> parts, byte @Nullable [] toSeal, @Nullable String session) {

    public Unsigned(@Nullable Operation operation, String signType, byte[] signingInput, java.util.Map<String, String> parts) {
        this(operation, signType, signingInput, parts, null);
    }

    public Unsigned(@Nullable Operation operation, String signType, byte[] signingInput, java.util.Map<String, String> parts, byte @Nullable [] toSeal) {
        this(operation, signType, signingInput, parts, toSeal, null);
    }

    /** The same in a session, before it is sealed. */
    public Unsigned inSession(String token) {
        return new Unsigned(operation, signType, signingInput, parts, toSeal, token);
    }

    static Unsigned toSeal(@Nullable Operation operation, String signType, byte[] plain) {
        return new Unsigned(operation, signType, new byte[0], java.util.Map.of(), plain);
    }
}

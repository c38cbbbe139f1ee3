package io.jinqiao.signing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes to signature, signature to verdict. Safe for use by many threads. */
public interface Signing {

    /**
     * Signs the exact bytes with one of our keys.
     *
     * @return the signature in the profile's form and text
     * @throws IllegalArgumentException when there is no such key, the key is of another kind, or the profile signs nothing
     */
    String sign(SigningProfile profile, String keyAlias, byte[] input);

    /**
     * Signs a digest somebody else computed, as security modules ask for it: for SM2 e = SM3(Z ‖ M), else SHA-256 of the input.
     *
     * @param digest 32 bytes
     * @throws IllegalArgumentException as {@link #sign}
     */
    String signDigest(SigningProfile profile, String keyAlias, byte[] digest);

    /** What {@link #signDigest} wants for these bytes: SM3(Z ‖ M) with the key's public point and our user id, or SHA-256. */
    byte[] digest(SigningProfile profile, String keyAlias, byte[] input);

    /**
     * Checks a signature of the partner, then the certificate it was made with: validity, usage, chain, revocation, all at one instant.
     * A profile that signs nothing gives a verdict by channel.
     *
     * @param certificateAliases certificates registered for the partner; several while an old and a new one overlap
     * @param at when the message reached us
     * @throws IllegalArgumentException when an alias is not configured
     */
    Verdict verify(
            SigningProfile profile, List<String> certificateAliases, byte[] input, @Nullable String signature, Instant at);

    /**
     * What of an agreement cannot work, for the check of a partner's folder at start: unknown aliases, keys of another kind.
     *
     * @param keyAlias our key; null when we sign nothing
     */
    List<String> problems(SigningProfile profile, @Nullable String keyAlias, List<String> certificateAliases);
}

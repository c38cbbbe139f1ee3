package io.jinqiao.signing;

import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a check of a signature or of a connection's certificate.
 *
 * @param problem why it was refused; null when accepted
 * @param channelOnly accepted without a signature, because the agreement says so; never shown as a good signature
 * @param certificate DER of the certificate that was used; null when none could be told
 * @param fingerprint SHA-256 of {@code certificate} in lower-case hexadecimal digits; null without it
 * @param revocation what was known of its revocation, such as {@code good crl=<sha256> thisUpdate=<instant> nextUpdate=<instant>},
 *     {@code stale …} within the grace; null when it was not asked
 */
public record Verdict(
        @Nullable Problem problem,
        boolean channelOnly,
        byte @Nullable [] certificate,
        @Nullable String fingerprint,
        @Nullable String revocation) {

    public boolean accepted() {
        return problem == null;
    }

    /** The word of the journal: {@code accepted}, {@code refused} or {@code channel}. */
    public String word() {
        if (problem != null) {
            return "refused";
        }
        return channelOnly ? "channel" : "accepted";
    }

    /** @throws Refusal unless {@link #accepted()} */
    public void requireAccepted() {
        if (problem != null) {
            throw new Refusal(problem);
        }
    }
}

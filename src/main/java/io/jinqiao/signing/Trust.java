package io.jinqiao.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Whether a certificate may be believed for a use at an instant. The gateway has one from its configuration, as a bean; offline verifiers
 * make one from the anchors and lists they are given.
 */
public interface Trust {

    /** Validity, usage, strength, path to a root, marker, revocation; the first that is wrong is told. */
    Verdict check(X509Certificate certificate, CertificateUsage usage, Instant at);

    /**
     * @param anchors self-issued ones are trusted, the others are intermediates
     * @param lists asked anew for each check
     * @param developmentAccepted whether certificates with the {@link DevelopmentMarker} pass
     */
    static Trust of(
            Collection<X509Certificate> anchors, Supplier<RevocationLists> lists, boolean developmentAccepted) {
        return new CheckedTrust(anchors, lists, developmentAccepted);
    }
}

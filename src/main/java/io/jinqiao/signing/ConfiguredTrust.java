package io.jinqiao.signing;

import io.jinqiao.signing.certificate.KnownCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** The gateway's own trust: configured anchors, the revocation lists at hand, development certificates only where the workbench says so. */
@Component
final class ConfiguredTrust implements Trust {
    private final CheckedTrust trust;

    ConfiguredTrust(
            Anchors anchors, RevocationStore revocation, Optional<AcceptsDevelopmentCertificates> development) {
        boolean accepted = development.isPresent();
        this.trust = new CheckedTrust(anchors.certificates(), revocation::lists, accepted);
    }

    @Override
    public Verdict check(X509Certificate certificate, CertificateUsage usage, Instant at) {
        return trust.check(certificate, usage, at);
    }

    /** Without reading the certificate again. */
    Verdict check(KnownCertificate certificate, CertificateUsage usage, Instant at) {
        return trust.check(certificate, usage, at);
    }
}

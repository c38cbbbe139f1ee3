package io.jinqiao.signing;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.certificate.KnownCertificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares by the exact bytes of the certificate, then asks whether it may be believed. */
@Component
final class PinnedChannelIdentity implements ChannelIdentity {
    private final ConfiguredCertificates certificates;
    private final ConfiguredTrust trust;

    PinnedChannelIdentity(ConfiguredCertificates certificates, ConfiguredTrust trust) {
        this.certificates = certificates;
        this.trust = trust;
    }

    @Override
    public Verdict check(List<String> certificateAliases, List<X509Certificate> peer, Instant at) {
        if (peer.isEmpty()) {
            return new Verdict(Problem.of(FailureCode.CHANNEL_IDENTITY_MISMATCH), false, null, null, null);
        }
        byte[] der = CertificateFiles.der(peer.get(0));
        String fingerprint = KnownCertificate.fingerprint(der);
        Optional<KnownCertificate> pinned = certificateAliases.stream()
                .map(certificates::known)
                .filter(known -> known.fingerprint().equals(fingerprint))
                .findFirst();
        return pinned.map(known -> trust.check(known, CertificateUsage.CLIENT_AUTHENTICATION, at))
                .orElseGet(() -> new Verdict(
                        Problem.of(FailureCode.CHANNEL_IDENTITY_MISMATCH), false, der, fingerprint, null));
    }
}

package io.jinqiao.signing.certificate;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.DevelopmentMarker;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate with everything that is asked of it for every message and never changes.
 *
 * @param fingerprint SHA-256 of {@code der}
 * @param weakness see {@link Strength}
 * @param marked whether it was made for development
 */
public record KnownCertificate(
        X509Certificate certificate,
        byte[] der,
        String fingerprint,
        Validity validity,
        Optional<String> weakness,
        boolean marked) {

    /** Takes a certificate of any provider and reads it anew, so that all behave alike. */
    public static KnownCertificate of(X509Certificate certificate) {
        byte[] der = CertificateFiles.der(certificate);
        X509Certificate read = CertificateFiles.certificate(der);
        return new KnownCertificate(
                read,
                der,
                fingerprint(der),
                Validity.of(read),
                Strength.weakness(der),
                DevelopmentMarker.isOn(read));
    }

    public static String fingerprint(byte[] der) {
        return Digest.of(der).hex();
    }
}

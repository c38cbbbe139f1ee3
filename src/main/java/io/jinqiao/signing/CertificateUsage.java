package io.jinqiao.signing;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate is asked to be good for. A certificate without key usage is good for nothing here; so is a CA's. */
public enum CertificateUsage {
    MESSAGE_SIGNATURE("digitalSignature", false, 0, 1),
    DOCUMENT_SEAL("nonRepudiation", false, 0, 1),
    CLIENT_AUTHENTICATION("1.3.6.1.5.5.7.3.2", true, 0),
    TIME_STAMPING("1.3.6.1.5.5.7.3.8", true, 0, 1),
    KEY_WRAPPING("keyEncipherment", false, 2, 3, 4);

    private final String needed;
    private final boolean extended;
    private final List<Integer> bits;

    /** @param bits positions in X.509 KeyUsage of which one must be set */
    CertificateUsage(String needed, boolean extended, Integer... bits) {
        this.needed = needed;
        this.extended = extended;
        this.bits = List.of(bits);
    }

    /** Name or OID of the usage that is asked for. */
    public String needed() {
        return needed;
    }

    public boolean allowedBy(X509Certificate certificate) {
        boolean[] keyUsage = certificate.getKeyUsage();
        boolean endEntity = certificate.getBasicConstraints() < 0;
        boolean bit = keyUsage != null && bits.stream().anyMatch(b -> keyUsage[b]);
        return endEntity && bit && (!extended || purposes(certificate).contains(needed));
    }

    private static List<String> purposes(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}

package io.jinqiao.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keys whose private half is known to the public, so that their signatures prove nothing: setting {@code jinqiao.public-keys}, the SHA-256 of each
 * public key (SubjectPublicKeyInfo, DER) in hexadecimal digits. Neither key nor fingerprint of any is shipped: whoever meets one adds it.
 */
@Component
public final class PublicKeys {
    private final Set<String> fingerprints;

    public PublicKeys(@Value("${jinqiao.public-keys:}") String[] fingerprints) {
        this.fingerprints = Stream.of(fingerprints).map(String::strip).filter(text -> !text.isEmpty()).collect(Collectors.toUnmodifiableSet());
        this.fingerprints.forEach(fingerprint -> {
            if (!fingerprint.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("jinqiao.public-keys: 64 lower-case hexadecimal digits each");
            }
        });
    }

    /** @param certificate DER */
    public boolean has(byte[] certificate) {
        if (fingerprints.isEmpty()) {
            return false;
        }
        try {
            byte[] key = CertificateFactory.getInstance("X.509", CryptoProvider.bouncyCastle())
                    .generateCertificate(new ByteArrayInputStream(certificate))
                    .getPublicKey()
                    .getEncoded();
            return fingerprints.contains(io.jinqiao.message.Digest.of(key).hex());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no certificate", e);
        }
    }
}

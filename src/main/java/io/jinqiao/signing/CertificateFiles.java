package io.jinqiao.signing;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Certificates and revocation lists from PEM (several in a file) or DER, SM2 ones too. */
public final class CertificateFiles {
    private CertificateFiles() {}

    /** @throws IllegalArgumentException when there is no certificate in it, one whose key cannot be read, or something else */
    public static List<X509Certificate> certificates(byte[] pemOrDer) {
        try {
            Collection<? extends Certificate> read = factory().generateCertificates(new ByteArrayInputStream(pemOrDer));
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no certificate in it");
            }
            return read.stream().map(X509Certificate.class::cast).map(CertificateFiles::withReadableKey).toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not certificates in PEM or DER", e);
        }
    }

    /** @throws IllegalArgumentException unless there is exactly one certificate in it */
    public static X509Certificate certificate(byte[] pemOrDer) {
        List<X509Certificate> read = certificates(pemOrDer);
        if (read.size() != 1) {
            throw new IllegalArgumentException("one certificate expected, " + read.size() + " found");
        }
        return read.get(0);
    }

    /** @throws IllegalArgumentException when there is no revocation list in it, or something else */
    public static List<X509CRL> revocationLists(byte[] pemOrDer) {
        try {
            Collection<? extends CRL> read = factory().generateCRLs(new ByteArrayInputStream(pemOrDer));
            if (read.isEmpty()) {
                throw new IllegalArgumentException("no revocation list in it");
            }
            return read.stream().map(X509CRL.class::cast).toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no revocation list in PEM or DER", e);
        }
    }

    /** The provider parses the key when it is first asked for it, and then knows no checked exception. */
    private static X509Certificate withReadableKey(X509Certificate certificate) {
        try {
            if (certificate.getPublicKey() != null) {
                return certificate;
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the public key in a certificate cannot be read", e);
        }
        throw new IllegalArgumentException("the public key in a certificate is of no known kind");
    }

    /** DER of a certificate that was parsed before. */
    public static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", CryptoProvider.bouncyCastle());
    }
}

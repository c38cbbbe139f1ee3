package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.Curve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Keys and anchors turned into objects of the JDK's own providers, which its TLS works with best. */
final class TlsStores {
    private final List<X509Certificate> anchors;

    TlsStores(List<X509Certificate> anchors) {
        this.anchors = anchors.stream().filter(anchor -> !isSm2(anchor)).toList();
    }

    TlsIdentity identity(Keys.Entry entry) {
        if (isSm2(entry.certificate())) {
            throw new IllegalArgumentException("TLS of the JDK has no SM2: " + entry.alias());
        }
        try {
            char[] password = password();
            KeyStore keys = empty();
            keys.setKeyEntry("key", jdkKey(entry.privateKey()), password, jdk(entry.chain()));
            KeyStore trust = empty();
            X509Certificate[] trusted = jdk(anchors);
            for (int i = 0; i < trusted.length; i++) {
                trust.setCertificateEntry("anchor-" + i, trusted[i]);
            }
            return new TlsIdentity(keys, password, trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS cannot use this key: " + entry.alias(), e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static PrivateKey jdkKey(PrivateKey key) throws GeneralSecurityException {
        if (key.getEncoded() == null) {
            throw new GeneralSecurityException("a key inside a module cannot be put into a key store");
        }
        String algorithm = key.getAlgorithm().startsWith("EC") ? "EC" : key.getAlgorithm();
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static X509Certificate[] jdk(List<X509Certificate> chain) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate[] result = new X509Certificate[chain.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (X509Certificate)
                    factory.generateCertificate(new ByteArrayInputStream(CertificateFiles.der(chain.get(i))));
        }
        return result;
    }

    private static boolean isSm2(X509Certificate certificate) {
        byte[] key = certificate.getPublicKey().getEncoded();
        return Curve.of(SubjectPublicKeyInfo.getInstance(key)).equals(Optional.of(Curve.SM2));
    }

    private static char[] password() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).toCharArray();
    }
}

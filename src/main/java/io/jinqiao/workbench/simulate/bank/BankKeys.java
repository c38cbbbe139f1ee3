package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.workbench.certs.DevelopmentCertificates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.jce.interfaces.ECPrivateKey;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.math.ec.ECPoint;

/** Development keys and certificates as a bank's own system holds them: read straight from their files. */
public final class BankKeys {
    public static final Provider PROVIDER = new BouncyCastleProvider();

    private final DevelopmentCertificates certificates;
    private final Map<String, PrivateKey> keys = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate> read = new ConcurrentHashMap<>();

    public BankKeys(DevelopmentCertificates certificates) {
        this.certificates = certificates;
    }

    BigInteger sm2Key(String alias) {
        return ((ECPrivateKey) key(alias)).getD();
    }

    ECPoint sm2Public(String alias) {
        return Sm2.point(((ECPublicKey) publicKey(alias)).getQ().getEncoded(false));
    }

    public PrivateKey key(String alias) {
        return keys.computeIfAbsent(alias, a -> {
            try {
                KeyStore store = store(KeyStore.getInstance("PKCS12", PROVIDER), certificates.keyStore(a));
                return (PrivateKey) store.getKey(store.aliases().nextElement(), password());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot open the key " + a, e);
            }
        });
    }

    PublicKey publicKey(String alias) {
        return certificate(alias).getPublicKey();
    }

    public X509Certificate certificate(String alias) {
        return read.computeIfAbsent(alias, a -> {
            try (InputStream in = Files.newInputStream(certificates.certificate(a))) {
                return (X509Certificate) CertificateFactory.getInstance("X.509", PROVIDER).generateCertificate(in);
            } catch (IOException | GeneralSecurityException e) {
                throw new IllegalStateException("cannot read the certificate " + a, e);
            }
        });
    }

    /** TLS with this identity, trusting the roots of development. */
    public SSLContext tls(String alias) {
        try {
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store(KeyStore.getInstance("PKCS12"), certificates.keyStore(alias)), password());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(KeyStore.getInstance("PKCS12"), certificates.trustStore()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS with " + alias, e);
        }
    }

    private KeyStore store(KeyStore store, Path file) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private char[] password() {
        return certificates.password().toCharArray();
    }
}

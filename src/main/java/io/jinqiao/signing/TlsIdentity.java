package io.jinqiao.signing;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Our key and whom we trust, as the JDK's TLS wants them.
 *
 * @param keyStore in memory, one entry
 * @param password of that entry; made up at start, protects nothing
 * @param trustStore the configured anchors that TLS of the JDK can use (no SM2)
 */
public record TlsIdentity(KeyStore keyStore, char[] password, KeyStore trustStore) {

    /** A TLS context for servers and clients; whoever uses it sets "client certificate required" and the host name check. */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(keyStore, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trustStore);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot use this key", e);
        }
    }
}

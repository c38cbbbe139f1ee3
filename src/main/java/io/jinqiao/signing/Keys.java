package io.jinqiao.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** Our own keys by alias, read at start from {@code jinqiao.keys.<alias>}. */
public interface Keys {

    /** @param chain our certificate first, then its issuers as far as the key store has them */
    record Entry(String alias, PrivateKey privateKey, List<X509Certificate> chain) {
        public Entry {
            chain = List.copyOf(chain);
        }

        public X509Certificate certificate() {
            return chain.get(0);
        }
    }

    Set<String> aliases();

    /** @throws IllegalArgumentException when there is no such key */
    Entry get(String alias);

    /**
     * What a TLS server or client needs: this key, and the configured anchors as trust.
     *
     * @throws IllegalArgumentException when there is no such key or TLS of the JDK cannot use it (SM2)
     */
    TlsIdentity tls(String alias);
}

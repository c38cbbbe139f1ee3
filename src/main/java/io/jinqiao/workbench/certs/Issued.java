package io.jinqiao.workbench.certs;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** @param chain own certificate first */
record Issued(PrivateKey key, List<X509Certificate> chain) {
    X509Certificate certificate() {
        return chain.get(0);
    }
}

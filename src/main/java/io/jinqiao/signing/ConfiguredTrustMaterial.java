package io.jinqiao.signing;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the configuration names. */
@Component
record ConfiguredTrustMaterial(Anchors configured, RevocationStore store) implements TrustMaterial {
    @Override
    public List<X509Certificate> anchors() {
        return configured.certificates();
    }

    @Override
    public List<X509CRL> lists() {
        return store.raw();
    }
}

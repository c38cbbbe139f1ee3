package io.jinqiao.evidence;

import io.jinqiao.signing.Keys;
import io.jinqiao.signing.TlsIdentity;
import java.util.Set;

/** A house without a key of its own. */
final class NoKeys implements Keys {
    @Override
    public Set<String> aliases() {
        return Set.of();
    }

    @Override
    public Entry get(String alias) {
        throw new IllegalArgumentException("no key " + alias);
    }

    @Override
    public TlsIdentity tls(String alias) {
        throw new IllegalArgumentException("no key " + alias);
    }
}

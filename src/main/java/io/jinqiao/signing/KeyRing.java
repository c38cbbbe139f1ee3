package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.SigningKey;
import io.jinqiao.signing.algorithm.VerifyingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** All our keys, read at start; every problem is told at once, and a key that must not be here stops the start. */
@Component
final class KeyRing implements Keys {
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, SigningKey> signing = new ConcurrentHashMap<>();
    private final TlsStores tls;

    KeyRing(SigningSettings settings, Anchors anchors, Optional<AcceptsDevelopmentCertificates> development) {
        KeyFile file = new KeyFile(settings);
        KeyRules rules = new KeyRules(settings, development.isPresent());
        List<KeyUnusable> problems = new ArrayList<>();
        settings.keys().forEach((alias, key) -> {
            try {
                Entry entry = file.read(alias, key);
                rules.forbids(key, entry).ifPresent(why -> problems.add(new KeyUnusable(alias, KeyUnusable.Why.FORBIDDEN, why)));
                entries.put(alias, entry);
            } catch (IllegalStateException e) {
                KeyUnusable.Why why = e instanceof KeyUnusable known ? known.why() : KeyUnusable.Why.NO_KEY;
                problems.add(new KeyUnusable(alias, why, String.valueOf(e.getMessage())));
            }
        });
        if (!problems.isEmpty()) {
            throw KeyUnusable.all(problems);
        }
        this.tls = new TlsStores(anchors.certificates());
    }

    @Override
    public Set<String> aliases() {
        return Set.copyOf(entries.keySet());
    }

    @Override
    public Entry get(String alias) {
        Entry entry = entries.get(alias);
        if (entry == null) {
            throw new IllegalArgumentException("no key is configured as jinqiao.keys." + alias);
        }
        return entry;
    }

    @Override
    public TlsIdentity tls(String alias) {
        return tls.identity(get(alias));
    }

    /** @throws IllegalArgumentException when there is no such key or nothing here signs with it */
    SigningKey signingKey(String alias) {
        return signing.computeIfAbsent(alias, a -> {
            Entry entry = get(a);
            return SigningKey.of(
                    entry.privateKey(),
                    VerifyingKey.of(entry.certificate().getPublicKey().getEncoded()));
        });
    }
}

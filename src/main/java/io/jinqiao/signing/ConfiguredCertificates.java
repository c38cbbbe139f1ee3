package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.VerifyingKey;
import io.jinqiao.signing.certificate.KnownCertificate;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Pinned certificates from their files, all read at start. */
@Component
final class ConfiguredCertificates implements PinnedCertificates {
    private final Map<String, KnownCertificate> known = new TreeMap<>();
    private final Map<String, VerifyingKey> keys = new ConcurrentHashMap<>();

    ConfiguredCertificates(SigningSettings settings) {
        List<String> problems = new ArrayList<>();
        settings.certificates().forEach((alias, path) -> {
            try {
                known.put(alias, read(settings.resolve(path)));
            } catch (RuntimeException e) {
                problems.add("jinqiao.certificates." + alias + ": " + e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new KeyUnusable(KeyUnusable.Why.UNREADABLE, String.join("\n", problems), null);
        }
    }

    @Override
    public Set<String> aliases() {
        return Set.copyOf(known.keySet());
    }

    @Override
    public X509Certificate get(String alias) {
        return known(alias).certificate();
    }

    KnownCertificate known(String alias) {
        KnownCertificate certificate = known.get(alias);
        if (certificate == null) {
            throw new IllegalArgumentException("no certificate is configured as jinqiao.certificates." + alias);
        }
        return certificate;
    }

    /** @throws IllegalArgumentException when nobody here can verify with such a key */
    VerifyingKey key(String alias) {
        return keys.computeIfAbsent(
                alias, a -> VerifyingKey.of(known(a).certificate().getPublicKey().getEncoded()));
    }

    private static KnownCertificate read(Path file) {
        List<X509Certificate> read = Anchors.read(file);
        if (read.size() != 1) {
            throw new IllegalStateException(file + ": one certificate expected, " + read.size() + " found");
        }
        return KnownCertificate.of(read.get(0));
    }
}

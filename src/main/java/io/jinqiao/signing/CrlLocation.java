package io.jinqiao.signing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.security.cert.X509CRL;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file or address with revocation lists, and the newest it ever gave. Never goes back to an older list. */
final class CrlLocation {
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String location;
    private final Path home;
    private final int patienceMillis;
    private volatile List<X509CRL> lists = List.of();
    private volatile @Nullable String problem;

    CrlLocation(String location, Path home) {
        this(location, home, PATIENCE);
    }

    /** @param patience for connecting, and for every part of the answer */
    CrlLocation(String location, Path home, Duration patience) {
        this.location = location;
        this.home = home;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    String location() {
        return location;
    }

    List<X509CRL> lists() {
        return lists;
    }

    /** Why the last reading failed; null when it did not. */
    @Nullable String problem() {
        return problem;
    }

    void read() {
        try {
            List<X509CRL> fresh = CertificateFiles.revocationLists(bytes());
            lists = fresh.stream().map(this::notOlder).toList();
            problem = null;
        } catch (IOException | IllegalArgumentException e) {
            problem = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private X509CRL notOlder(X509CRL fresh) {
        return lists.stream()
                .filter(old -> old.getIssuerX500Principal().equals(fresh.getIssuerX500Principal()))
                .filter(old -> old.getThisUpdate().after(fresh.getThisUpdate()))
                .max(Comparator.comparing(X509CRL::getThisUpdate))
                .orElse(fresh);
    }

    private byte[] bytes() throws IOException {
        if (!location.matches("(?i)https?://.*")) {
            return Files.readAllBytes(home.resolve(location));
        }
        URLConnection connection = URI.create(location).toURL().openConnection();
        connection.setConnectTimeout(patienceMillis);
        connection.setReadTimeout(patienceMillis);
        try (InputStream in = connection.getInputStream()) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }
}

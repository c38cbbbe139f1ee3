package io.jinqiao.signing;

import io.jinqiao.signing.certificate.Chains;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The configured roots and intermediates, read once at start. */
@Component
final class Anchors {
    private final List<X509Certificate> certificates;

    Anchors(SigningSettings settings) {
        this.certificates = settings.trust().anchors().stream()
                .flatMap(path -> authorities(settings.resolve(path)).stream())
                .toList();
    }

    private static List<X509Certificate> authorities(Path file) {
        List<X509Certificate> read = read(file);
        if (!read.stream().allMatch(Chains::mayIssue)) {
            throw new KeyUnusable(KeyUnusable.Why.FORBIDDEN, file + ": holds a certificate that may not issue others", null);
        }
        return read;
    }

    List<X509Certificate> certificates() {
        return certificates;
    }

    /** @throws KeyUnusable naming the file */
    static List<X509Certificate> read(Path file) {
        try {
            return CertificateFiles.certificates(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (IllegalArgumentException e) {
            throw new KeyUnusable(KeyUnusable.Why.UNREADABLE, file + ": " + e.getMessage(), e);
        }
    }
}

package io.jinqiao.support;

import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import java.nio.file.Path;
import java.time.Clock;

/** The development identities for tests: made once, kept under {@code target}, shared by all test JVMs. */
public final class TestIdentities {
    private static DevelopmentCertificates made;

    private TestIdentities() {}

    public static synchronized DevelopmentCertificates made() {
        if (made == null) {
            made = DevelopmentCertificates.ensure(Path.of("target", "certs-dev"));
        }
        return made;
    }

    /** The signing room of somebody: {@code centre}, {@code icbc}, {@code otherbank}. The caller closes it. */
    public static SigningRoom room(String owner) {
        return SigningRoom.open(made().settings(owner), Clock.systemUTC(), new AcceptsDevelopmentCertificates() {});
    }

    public static java.security.cert.X509Certificate certificate(String alias) {
        try {
            return io.jinqiao.signing.CertificateFiles.certificate(java.nio.file.Files.readAllBytes(made().certificate(alias)));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

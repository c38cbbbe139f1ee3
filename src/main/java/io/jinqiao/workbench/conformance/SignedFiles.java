package io.jinqiao.workbench.conformance;

import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Files with a detached signature of the centre's development key beside them, and the certificate to verify it with. */
final class SignedFiles {
    static final String KEY = "centre-sm2-sign";
    static final SigningProfile PROFILE = SigningProfile.sm2(SigningProfile.Form.DER, SigningProfile.Text.BASE64);

    private final Path folder;
    private final DevelopmentCertificates certificates;

    SignedFiles(Path folder, DevelopmentCertificates certificates) {
        this.folder = folder;
        this.certificates = certificates;
    }

    /** @return where the file is */
    Path write(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (SigningRoom room = SigningRoom.open(
                certificates.settings("centre"), Clock.systemUTC(), new DevelopmentProfile().acceptsDevelopmentCertificates())) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes);
            Files.writeString(
                    folder.resolve(name + ".sig"), PROFILE.ourWords() + "\n" + room.signing().sign(PROFILE, KEY, bytes) + "\n");
            Files.copy(certificates.certificate(KEY), folder.resolve(KEY + ".crt.pem"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return folder.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

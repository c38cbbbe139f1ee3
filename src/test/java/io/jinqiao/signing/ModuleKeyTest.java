package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.support.TestIdentities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An RSA key inside a PKCS#11 module signs, with SoftHSM as the module. It takes its configuration from an environment variable, so the
 * work is done by a process of its own. Left out only where SoftHSM is not installed.
 */
class ModuleKeyTest {
    private static final byte[] INPUT = "signed inside".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path work;

    @Test
    void anRsaKeyInAModuleSigns() throws Exception {
        Path library = library();
        assumeTrue(library != null, "SoftHSM is not installed");
        Files.createDirectory(work.resolve("tokens"));
        Path conf = Files.writeString(work.resolve("softhsm2.conf"), "directories.tokendir = " + work.resolve("tokens"));
        Path provider = Files.writeString(
                work.resolve("pkcs11.cfg"), "name = SoftHSM\nlibrary = " + library + "\nslotListIndex = 0\n");
        assertThat(run(conf, "softhsm2-util", "--init-token", "--free", "--label", "t", "--pin", "1234", "--so-pin", "1234"))
                .contains("initialized");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(conf, java, "-cp", System.getProperty("java.class.path"), Inside.class.getName(), provider.toString());
        assertThat(said).contains("signature=");
        String signature = said.substring(said.indexOf("signature=") + 10).lines().findFirst().orElseThrow();
        try (SigningRoom bank = TestIdentities.room("icbc")) {
            Verdict verdict = bank.signing()
                    .verify(SigningProfile.rsa(Text.BASE64), List.of("centre-rsa-sign"), INPUT, signature, Instant.now());
            assertThat(verdict.problem()).isNull();
        }
    }

    /** Puts a key into the token, then signs with it as the gateway would; twice, once over a digest, and both must agree. */
    static final class Inside {
        private Inside() {}

        public static void main(String[] arguments) throws Exception {
            Path configuration = Path.of(arguments[0]);
            move(configuration);
            SigningSettings.Key key = new SigningSettings.Key(null, configuration, "real", "1234", null);
            SigningSettings settings = new SigningSettings(
                    null, Map.of("real", key), Map.of(), new SigningSettings.Anchors(List.of()), List.of(), Duration.ZERO,
                    Duration.ofHours(1), "", new SigningSettings.Tsa(null, Duration.ofSeconds(1)));
            try (SigningRoom room = SigningRoom.open(settings, Clock.systemUTC(), new AcceptsDevelopmentCertificates() {})) {
                SigningProfile profile = SigningProfile.rsa(Text.BASE64);
                String signature = room.signing().sign(profile, "real", INPUT);
                byte[] digest = room.signing().digest(profile, "real", INPUT);
                boolean opaque = room.keys().get("real").privateKey().getEncoded() == null;
                if (opaque && signature.equals(room.signing().signDigest(profile, "real", digest))) {
                    System.out.println("signature=" + signature);
                }
            }
        }

        private static void move(Path configuration) throws Exception {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore module = KeyStore.getInstance("PKCS11", provider);
            module.load(null, "1234".toCharArray());
            try (SigningRoom centre = TestIdentities.room("centre")) {
                Keys.Entry entry = centre.keys().get("centre-rsa-sign");
                module.setKeyEntry("real", entry.privateKey(), null, entry.chain().toArray(Certificate[]::new));
            }
        }
    }

    private static Path library() {
        return Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static String run(Path conf, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", conf.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

package io.jinqiao.opinion.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.seal.KeySeal;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.SigningSettings;
import io.jinqiao.support.TestIdentities;
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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * RSA and ECDSA keys inside a PKCS#11 module seal PDF files, with SoftHSM as the module, in a process of its own because SoftHSM takes
 * its configuration from the environment. Left out only where SoftHSM is not installed.
 */
class ModuleSealTest {
    private static final List<String> ALIASES = List.of("centre-seal-rsa", "centre-tls-server");

    @TempDir
    private Path work;

    @Test
    void keysInsideAModuleSealPdfFiles() throws Exception {
        Path library = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(library != null, "SoftHSM is not installed");
        Files.createDirectory(work.resolve("tokens"));
        Files.writeString(work.resolve("softhsm2.conf"), "directories.tokendir = " + work.resolve("tokens"));
        Files.writeString(work.resolve("pkcs11.cfg"), "name = SoftHSM\nlibrary = " + library + "\nslotListIndex = 0\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "t", "--pin", "1234", "--so-pin", "1234");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(java, "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), Inside.class.getName(), work.toString());

        for (String alias : ALIASES) {
            assertThat(said).contains("sealed pkcs11:" + alias + " effective=false certified=true");
            byte[] file = Files.readAllBytes(work.resolve(alias + ".pdf"));
            assertThat(SealedPdfTest.signer(file)
                            .verify(new JcaSimpleSignerInfoVerifierBuilder().build(TestIdentities.certificate(alias))))
                    .as(alias)
                    .isTrue();
        }
    }

    private String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", work.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Puts the keys into the token, then seals as the gateway would. */
    static final class Inside {
        private Inside() {}

        public static void main(String[] arguments) throws Exception {
            Path work = Path.of(arguments[0]);
            Path configuration = work.resolve("pkcs11.cfg");
            move(configuration);
            Map<String, SigningSettings.Key> keys = new HashMap<>();
            ALIASES.forEach(alias -> keys.put(alias, new SigningSettings.Key(null, configuration, alias, "1234", null)));
            SigningSettings settings = new SigningSettings(
                    null, keys, Map.of(), new SigningSettings.Anchors(List.of()), List.of(), Duration.ZERO,
                    Duration.ofHours(1), "", new SigningSettings.Tsa(null, Duration.ofSeconds(1)));
            Typeface typeface = Typeface.load();
            OpinionForm form = new OpinionForm(typeface, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid", true));
            try (SigningRoom room = SigningRoom.open(settings, Clock.systemUTC(), new AcceptsDevelopmentCertificates() {})) {
                for (String alias : ALIASES) {
                    KeySeal seal = new KeySeal(room.keys().get(alias), "");
                    PdfOpinions pdf = new PdfOpinions(
                            typeface, new SealDesign("示范市住房公积金中心", "贷款审批专用章", SealDesign.SAMPLE), seal, ZoneId.of("Asia/Shanghai"));
                    byte[] file = pdf.seal(form.lay(new Opinion(Approvals.ordinary(), "示范银行")), Instant.now(), "测试");
                    Files.write(work.resolve(alias + ".pdf"), file);
                    boolean certified = new KeySeal(room.keys().get(alias), "SXH2026000").legallyEffective();
                    System.out.println("sealed " + seal.name() + " effective=" + seal.legallyEffective() + " certified=" + certified);
                }
            }
        }

        private static void move(Path configuration) throws Exception {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            KeyStore module = KeyStore.getInstance("PKCS11", provider);
            module.load(null, "1234".toCharArray());
            try (SigningRoom centre = TestIdentities.room("centre")) {
                for (String alias : ALIASES) {
                    Keys.Entry entry = centre.keys().get(alias);
                    module.setKeyEntry(alias, entry.privateKey(), null, entry.chain().toArray(Certificate[]::new));
                }
            }
        }
    }
}

package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private static final Optional<AcceptsDevelopmentCertificates> PRODUCTION = Optional.empty();
    private static final Optional<AcceptsDevelopmentCertificates> DEVELOPMENT =
            Optional.of(new AcceptsDevelopmentCertificates() {});

    private final DevelopmentCertificates made = TestIdentities.made();

    @TempDir
    private Path home;

    @Test
    void readsKeysWithTheirChains() {
        SigningSettings settings = made.settings("centre");
        KeyRing ring = new KeyRing(settings, new Anchors(settings), DEVELOPMENT);
        assertThat(ring.aliases())
                .contains("centre-sm2-sign", "centre-rsa-sign", "centre-seal-rsa", "centre-tls-server")
                .doesNotContain("icbc-sm2-sign");
        Keys.Entry entry = ring.get("centre-sm2-sign");
        assertThat(entry.chain()).hasSize(2);
        assertThat(entry.certificate().getSubjectX500Principal().getName()).contains("centre-sm2-sign");
        assertThatThrownBy(() -> ring.get("nobody")).hasMessage("no key is configured as jinqiao.keys.nobody");
    }

    @Test
    void refusesDevelopmentKeysInProduction() {
        SigningSettings settings = made.settings("centre");
        assertThatThrownBy(() -> new KeyRing(settings, new Anchors(settings), PRODUCTION))
                .isInstanceOfSatisfying(KeyUnusable.class, e -> assertThat(e.why()).isEqualTo(KeyUnusable.Why.FORBIDDEN))
                .hasMessageContaining("jinqiao.keys.centre-sm2-sign: its certificate was made for development")
                .hasMessageContaining("jinqiao.keys.centre-rsa-sign: its certificate was made for development");
    }

    @Test
    void refusesEveryKeyFromTheDevelopmentFolderInProduction() throws Exception {
        Path folder = Files.createDirectories(home.resolve("certs-dev"));
        Path key = write(folder.resolve("real.p12"), "real");
        assertThatThrownBy(() -> ring(settings(Map.of("real", p12(key, "secret")), "the owner said so"), PRODUCTION))
                .hasMessage("jinqiao.keys.real: keys from certs-dev are for development only");
        assertThat(ring(settings(Map.of("real", p12(key, "secret")), ""), DEVELOPMENT).aliases())
                .containsExactly("real");
    }

    @Test
    void aKeyInAFileNeedsANamedException() throws Exception {
        Path key = write(home.resolve("real.p12"), "real");
        Map<String, SigningSettings.Key> keys = Map.of("real", p12(Path.of("real.p12"), "secret"));
        assertThat(key).exists();
        assertThatThrownBy(() -> ring(settings(keys, " "), PRODUCTION)).hasMessageContaining("jinqiao.software-keys");
        assertThat(ring(settings(keys, "2026-06-01, head of IT: until the module arrives"), PRODUCTION)
                        .get("real")
                        .certificate())
                .isNotNull();
    }

    @Test
    void tellsAllProblemsAtOnceWithoutPasswords() throws Exception {
        Path key = write(home.resolve("real.p12"), "real");
        KeyStore two = KeyStore.getInstance("PKCS12");
        two.load(null, null);
        Path none = store(home.resolve("none.p12"), two);
        Map<String, SigningSettings.Key> keys = Map.of(
                "a", p12(key, "wrong-guess"),
                "b", p12(Path.of("missing.p12"), "x"),
                "c", new SigningSettings.Key(null, null, null, null, null),
                "d", p12(none, "secret"),
                "e", new SigningSettings.Key(key, key, null, "secret", null));
        assertThatThrownBy(() -> ring(settings(keys, "allowed"), PRODUCTION))
                .as("which a start tells in a sentence, without a trace")
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("jinqiao.keys.a: cannot be read or opened with this password")
                .hasMessageContaining("jinqiao.keys.b: cannot be read")
                .hasMessageContaining("jinqiao.keys.c: needs either path or pkcs11")
                .hasMessageContaining("jinqiao.keys.d: one private key expected, 0 found")
                .hasMessageContaining("jinqiao.keys.e: needs either path or pkcs11")
                .hasMessageNotContaining("wrong-guess");
    }

    /** Whoever starts a gateway is told in a sentence what to do: find the file, ask for the password, replace the file, or put a key in it. */
    @Test
    void tellsWhyAKeyCannotBeUsed() throws Exception {
        Path key = write(home.resolve("real.p12"), "real");
        KeyStore nobody = KeyStore.getInstance("PKCS12");
        nobody.load(null, null);
        Path garbage = Files.writeString(home.resolve("garbage.p12"), "this is no key store");
        assertThat(why(p12(Path.of("missing.p12"), "secret"))).isEqualTo(KeyUnusable.Why.FILE_MISSING);
        assertThat(why(p12(key, "wrong-guess"))).isEqualTo(KeyUnusable.Why.PASSWORD_WRONG);
        assertThat(why(p12(garbage, "secret"))).isEqualTo(KeyUnusable.Why.UNREADABLE);
        assertThat(why(p12(store(home.resolve("none.p12"), nobody), "secret"))).isEqualTo(KeyUnusable.Why.NO_KEY);
        assertThat(why(new SigningSettings.Key(null, null, null, null, null))).isEqualTo(KeyUnusable.Why.NO_KEY);
    }

    private KeyUnusable.Why why(SigningSettings.Key key) {
        return assertThatExceptionOfType(KeyUnusable.class)
                .isThrownBy(() -> ring(settings(Map.of("real", key), "allowed"), PRODUCTION))
                .actual()
                .why();
    }

    @Test
    void theFirstLineOfAPasswordFileIsThePassword() throws Exception {
        write(home.resolve("real.p12"), "real");
        Files.writeString(home.resolve("word"), "secret\nsecond line\n");
        SigningSettings.Key key =
                new SigningSettings.Key(Path.of("real.p12"), null, null, null, Path.of("word"));
        assertThat(ring(settings(Map.of("real", key), "allowed"), PRODUCTION).aliases()).containsExactly("real");
    }

    @Test
    void certificatesBesideTheKeyAreNotTakenForKeys() throws Exception {
        Path file = write(home.resolve("real.p12"), "real");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "secret".toCharArray());
        }
        store.setCertificateEntry("beside", TestAuthority.root("beside").certificate);
        store(file, store);
        KeyRing ring = ring(settings(Map.of("real", p12(file, "secret")), "allowed"), PRODUCTION);
        assertThat(ring.get("real").certificate().getSubjectX500Principal().getName()).isEqualTo("CN=real");
    }

    @Test
    void doesNotComeUpWhenTheSelfTestFails() {
        SigningSettings settings = settings(Map.of(), "");
        ConfiguredTrust trust = new ConfiguredTrust(
                new Anchors(settings), new RevocationStore(settings, Clock.systemUTC()), PRODUCTION);
        assertThatThrownBy(() -> new KeyedSigning(
                        ring(settings, PRODUCTION), new ConfiguredCertificates(settings), trust, () -> {
                            throw new IllegalStateException("refusing to start");
                        }))
                .hasMessage("refusing to start");
    }

    /** A certificate for TLS only may lie on a curve no profile knows; it must not stand in the way of others. */
    @Test
    void aBadSignatureIsBadAlsoBesideACertificateNoProfileCanUse() throws Exception {
        TestAuthority root = TestAuthority.root("root");
        Path other = Files.write(
                home.resolve("p384.pem"),
                CertificateFiles.der(root.leaf("tls").key(TestAuthority.onCurve("secp384r1")).issue()));
        SigningSettings settings = pinned(Map.of("tls-only", other, "icbc", made.certificate("icbc-sm2-sign")));
        ConfiguredTrust trust = new ConfiguredTrust(
                new Anchors(settings), new RevocationStore(settings, Clock.systemUTC()), PRODUCTION);
        Signing signing = new KeyedSigning(ring(settings, PRODUCTION), new ConfiguredCertificates(settings), trust);
        SigningProfile sm2 = SigningProfile.sm2(SigningProfile.Form.RAW, SigningProfile.Text.BASE64);
        String nobodys = Base64.getEncoder().encodeToString(new byte[64]);
        Verdict verdict = signing.verify(sm2, List.of("icbc"), new byte[1], nobodys, Instant.now());
        assertThat(verdict.problem().code()).isEqualTo(FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void tlsTakesEllipticAndRsaKeysButNoSm2() {
        SigningSettings settings = made.settings("centre");
        KeyRing ring = new KeyRing(settings, new Anchors(settings), DEVELOPMENT);
        for (String alias : new String[] {"centre-tls-server", "centre-rsa-sign"}) {
            TlsIdentity identity = ring.tls(alias);
            assertThat(identity.context().getProtocol()).isEqualTo("TLS");
        }
        assertThatThrownBy(() -> ring.tls("centre-sm2-sign"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no SM2");
    }

    @Test
    void anAnchorMustBeAnAuthority() {
        SigningSettings settings = made.settings("centre");
        SigningSettings wrong = new SigningSettings(
                Path.of(""), Map.of(), Map.of(), new SigningSettings.Anchors(List.of(made.certificate("icbc-sm2-sign"))),
                List.of(), settings.crlGrace(), settings.crlRefresh(), "", settings.tsa());
        assertThatThrownBy(() -> new Anchors(wrong)).hasMessageContaining("may not issue");
        SigningSettings missing = new SigningSettings(
                home, Map.of(), Map.of(), new SigningSettings.Anchors(List.of(Path.of("nowhere.pem"))),
                List.of(), settings.crlGrace(), settings.crlRefresh(), "", settings.tsa());
        assertThatThrownBy(() -> new Anchors(missing)).hasMessageContaining("nowhere.pem");
    }

    @Test
    void pinnedCertificatesAreReadAtStartAndAllProblemsTold() throws Exception {
        Path two = home.resolve("two.pem");
        Files.writeString(
                two, Files.readString(made.certificate("tsa")) + Files.readString(made.certificate("icbc-sm2-sign")));
        Path text = Files.writeString(home.resolve("text.pem"), "hello");
        Path empty = Files.writeString(home.resolve("empty.pem"), "");
        SigningSettings bad = pinned(Map.of("a", two, "b", text, "c", Path.of("missing.pem"), "d", empty));
        assertThatThrownBy(() -> new ConfiguredCertificates(bad))
                .isInstanceOf(KeyUnusable.class)
                .hasMessageContaining("jinqiao.certificates.a: ")
                .hasMessageContaining("one certificate expected, 2 found")
                .hasMessageContaining("jinqiao.certificates.b: ")
                .hasMessageContaining("jinqiao.certificates.c: cannot read")
                .hasMessageContaining("jinqiao.certificates.d: ");
        ConfiguredCertificates good = new ConfiguredCertificates(pinned(Map.of("a", made.certificate("tsa"))));
        assertThat(good.aliases()).containsExactly("a");
        assertThatThrownBy(() -> good.get("b")).hasMessage("no certificate is configured as jinqiao.certificates.b");
    }

    private SigningSettings pinned(Map<String, Path> certificates) {
        return new SigningSettings(
                home, Map.of(), certificates, new SigningSettings.Anchors(List.of()), List.of(), Duration.ZERO,
                Duration.ofHours(1), "", new SigningSettings.Tsa(null, Duration.ofSeconds(1)));
    }

    private SigningSettings settings(Map<String, SigningSettings.Key> keys, String softwareKeys) {
        return new SigningSettings(
                home, keys, Map.of(), new SigningSettings.Anchors(List.of()), List.of(), Duration.ZERO,
                Duration.ofHours(1), softwareKeys, new SigningSettings.Tsa(null, Duration.ofSeconds(1)));
    }

    private static KeyRing ring(SigningSettings settings, Optional<AcceptsDevelopmentCertificates> development) {
        return new KeyRing(settings, new Anchors(settings), development);
    }

    private static SigningSettings.Key p12(Path path, String password) {
        return new SigningSettings.Key(path, null, null, password, null);
    }

    private static Path write(Path file, String alias) throws Exception {
        KeyPair pair = TestAuthority.onCurve("secp256r1");
        TestAuthority root =
                TestAuthority.root("root", TestAuthority.onCurve("secp256r1"), "SHA256withECDSA", KeyUsage.keyCertSign);
        X509Certificate certificate = root.leaf(alias).key(pair).issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(alias, pair.getPrivate(), "secret".toCharArray(), new Certificate[] {certificate});
        return store(file, store);
    }

    private static Path store(Path file, KeyStore store) throws Exception {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }
}

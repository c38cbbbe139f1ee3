package io.jinqiao.workbench.certs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.DevelopmentMarker;
import io.jinqiao.signing.SigningSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DevelopmentCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final String YAML =
            """
            valid-days: 100
            renew-days: 10
            list-days: 40
            authorities:
              dev-root-sm2: {key: sm2, trusted: true}
              dev-root-p: {key: rsa, trusted: true}
              stranger: {key: sm2, trusted: false}
            identities:
              centre-sm2: {owner: centre, issuer: dev-root-sm2, key: sm2, usage: signature}
              centre-tls: {owner: centre, issuer: dev-root-p, key: p256, usage: tls-server}
              bank-old: {owner: bank, issuer: dev-root-sm2, key: sm2, usage: signature, state: expired}
              bank-new: {owner: bank, issuer: dev-root-sm2, key: sm2, usage: signature, state: not-yet-valid}
              bank-gone: {owner: bank, issuer: dev-root-sm2, key: sm2, usage: signature, state: revoked}
            tokens: [reviewer]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void whoExists() throws IOException {
        Files.writeString(folder.resolve("certs.yaml"), YAML);
    }

    @Test
    void makesEverybodyOnceAndNothingTwice() throws IOException {
        ensure(NOW);
        Map<String, String> first = contents();
        assertThat(first.keySet())
                .contains("centre-sm2.p12", "centre-sm2.crt.pem", "dev-root-p.crl.pem", "trust-tls.p12", "reviewer.token");
        ensure(NOW.plus(Duration.ofDays(20)));
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void makesAnewWhatIsAboutToEnd() throws IOException {
        ensure(NOW);
        Map<String, String> first = contents();
        ensure(NOW.plus(Duration.ofDays(31)));
        assertThat(changed(first)).containsExactlyInAnyOrder(
                "dev-root-sm2.crl.pem", "dev-root-p.crl.pem", "stranger.crl.pem");
        Map<String, String> second = contents();
        ensure(NOW.plus(Duration.ofDays(91)));
        assertThat(changed(second))
                .contains("centre-sm2.p12", "centre-sm2.crt.pem", "centre-tls.p12", "bank-gone.crt.pem")
                .doesNotContain("bank-old.p12", "bank-new.p12", "dev-root-sm2.p12");
    }

    @Test
    void makesAnewWhatChangedInTheFileOrIsMissing() throws IOException {
        ensure(NOW);
        Map<String, String> first = contents();
        Files.writeString(folder.resolve("certs.yaml"), YAML.replace("key: p256, usage: tls-server", "key: p256, usage: tls-client"));
        Files.delete(folder.resolve("bank-new.p12"));
        ensure(NOW);
        assertThat(changed(first))
                .containsExactlyInAnyOrder(
                        "certs.yaml", ".generated", "centre-tls.p12", "centre-tls.crt.pem", "bank-new.p12", "bank-new.crt.pem");
    }

    @Test
    void aNewRootMakesItsPeopleNew() throws IOException {
        ensure(NOW);
        Map<String, String> first = contents();
        Files.delete(folder.resolve("dev-root-sm2.p12"));
        ensure(NOW);
        assertThat(changed(first))
                .contains("dev-root-sm2.crt.pem", "centre-sm2.crt.pem", "bank-old.crt.pem", "dev-root-sm2.crl.pem")
                .doesNotContain("centre-tls.crt.pem", "dev-root-p.crl.pem");
    }

    @Test
    void everyCertificateIsMarkedAndInItsState() throws IOException {
        DevelopmentCertificates made = ensure(NOW);
        for (String alias : new String[] {"dev-root-sm2", "dev-root-p", "stranger", "centre-sm2", "centre-tls", "bank-old"}) {
            assertThat(DevelopmentMarker.isOn(read(made, alias))).as(alias).isTrue();
        }
        assertThat(read(made, "centre-sm2").getNotAfter().toInstant()).isAfter(NOW.plus(Duration.ofDays(98)));
        assertThat(read(made, "bank-old").getNotAfter().toInstant()).isBefore(NOW);
        assertThat(read(made, "bank-new").getNotBefore().toInstant()).isAfter(NOW.plus(Duration.ofDays(1000)));
        X509CRL list = CertificateFiles.revocationLists(Files.readAllBytes(folder.resolve("dev-root-sm2.crl.pem")))
                .get(0);
        assertThat(list.getRevokedCertificates()).hasSize(1);
        assertThat(list.getRevokedCertificate(read(made, "bank-gone").getSerialNumber())).isNotNull();
    }

    @Test
    void givesTheConfigurationOfEachOwner() {
        DevelopmentCertificates made = ensure(NOW);
        Map<String, String> properties = made.properties();
        assertThat(properties)
                .containsEntry("jinqiao.keys.centre-sm2.path", made.keyStore("centre-sm2").toString())
                .containsEntry("jinqiao.certificates.bank-old", made.certificate("bank-old").toString())
                .containsEntry("jinqiao.trust.anchors[0]", made.certificate("dev-root-sm2").toString())
                .doesNotContainKey("jinqiao.keys.bank-old.path");
        assertThat(properties.values()).doesNotContain(made.certificate("stranger").toString(), made.password());
        SigningSettings bound = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("jinqiao", SigningSettings.class);
        SigningSettings direct = made.settings("centre");
        assertThat(bound).isEqualTo(direct);
        assertThat(made.properties("bank")).containsKey("jinqiao.keys.bank-old.path");
        assertThat(made.token("reviewer")).hasSize(48);
    }

    @Test
    void theJdkReadsKeyAndTrustStores() throws Exception {
        DevelopmentCertificates made = ensure(NOW);
        KeyStore keys = open(made.keyStore("centre-tls"), made.password());
        assertThat(keys.getKey("centre-tls", made.password().toCharArray())).isNotNull();
        assertThat(keys.getCertificateChain("centre-tls")).hasSize(2);
        assertThat(open(made.trustStore(), made.password()).size()).isEqualTo(1);
    }

    @Test
    void usesThePackagedListOfPeopleWhereTheFolderHasNone() throws IOException {
        Files.delete(folder.resolve("certs.yaml"));
        assertThat(DevelopmentCertificates.ensure(folder).certificate("icbc-sm2-sign")).exists();
    }

    private static KeyStore open(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private DevelopmentCertificates ensure(Instant at) {
        return DevelopmentCertificates.ensure(folder, Clock.fixed(at, ZoneOffset.UTC));
    }

    private static X509Certificate read(DevelopmentCertificates made, String alias) throws IOException {
        return CertificateFiles.certificate(Files.readAllBytes(made.certificate(alias)));
    }

    private Stream<String> changed(Map<String, String> before) throws IOException {
        return contents().entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(Map.Entry::getKey);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.endsWith(".lock")).toList()) {
                contents.put(file.getFileName().toString(), Digest.of(Files.readAllBytes(file)).hex());
            }
        }
        return contents;
    }
}

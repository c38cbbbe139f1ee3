package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.NamedIdentity;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Operation;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.Commands;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.certs.Unmarked;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Keys of ours without the marker of development, from the settings to a bank's own test system: admitted one by one, in the folder, for UAT alone. */
class UatKeysTest {
    @TempDir
    private Path home;

    @TempDir
    private Path theirs;

    private final Commands commands = new Commands();
    private final DevelopmentCertificates made = TestIdentities.made();
    /** By alias, SHA-256 of each certificate of ours the folder names. */
    private final Map<String, String> fingerprints = new LinkedHashMap<>();

    private SimulatedPartner bank;

    @BeforeEach
    void keysOfAnotherAuthority() throws Exception {
        FileSystemUtils.copyRecursively(Path.of("target/certs-dev"), theirs.resolve("certs-dev"));
        DevelopmentCertificates issued = DevelopmentCertificates.ensure(theirs.resolve("certs-dev"));
        TreeMap<String, String> settings = new TreeMap<>(made.properties("centre"));
        List<String> ours = NamedIdentity.of(ShippedFolders.dialect("icbc")).stream().filter(NamedIdentity::ours).map(NamedIdentity::alias).distinct().toList();
        for (String alias : ours) {
            Path store = home.resolve(alias + ".p12");
            X509Certificate certificate = Unmarked.write(made, alias, store);
            fingerprints.put(alias, Digest.of(certificate.getEncoded()).hex());
            Files.write(issued.certificate(alias), certificate.getEncoded());
            settings.put("jinqiao.keys." + alias + ".path", store.toString());
        }
        settings.replaceAll((name, value) -> name.endsWith(".path") || name.endsWith("-file") || Files.exists(Path.of(value)) ? Path.of(value).toAbsolutePath().toString() : value);
        Files.write(home.resolve("uat.properties"), settings.entrySet().stream().map(s -> s.getKey() + "=" + s.getValue()).toList());
        FileSystemUtils.copyRecursively(Path.of("adapters/icbc"), home.resolve("adapters/icbc"));
        bank = new Simulators(theirs, issued).bank("icbc", 0, line -> {}).start();
        bank.moods().order(Operation.DECISION_NOTICE, "TZ0404", Behaviour.REFUSE, 1);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void theAgreedCasesRunWithKeysTheFolderListsForUat() throws IOException {
        folder("uat", List.copyOf(fingerprints.values()));
        assertThat(against()).as(commands.said()).isZero();
        assertThat(Files.readString(home.resolve(".jinqiao/conformance/icbc/TEST-conformance-icbc.xml"))).contains("failures=\"0\"");
        assertThat(bank.ledger().entries()).isNotEmpty();
    }

    @Test
    void nothingIsSentWhenOneOfThemIsNotListed() throws IOException {
        assertThat(fingerprints).hasSizeGreaterThan(1);
        for (String alias : fingerprints.keySet()) {
            folder("uat", fingerprints.entrySet().stream().filter(key -> !key.getKey().equals(alias)).map(Map.Entry::getValue).toList());
            refused(alias + " has no development marker", fingerprints.get(alias));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim", "prod"})
    void nothingIsSentWhereTheFolderIsNotOfUat(String environment) throws IOException {
        folder(environment, List.copyOf(fingerprints.values()));
        refused(environment.equals("prod") ? "production is not tried" : "has no development marker");
    }

    private void refused(String... words) {
        assertThat(against()).isNotZero();
        assertThat(commands.said()).contains(words).doesNotContain("\tat ");
        assertThat(bank.ledger().entries()).isEmpty();
    }

    private int against() {
        return commands.run("conformance", "icbc", "--against", "https://localhost:" + bank.port(), "--home", home.toString(),
                "--config", home.resolve("uat.properties").toString(), "--data", Path.of("adapters/icbc/testdata.example.yaml").toAbsolutePath().toString(), "--rate", "6000");
    }

    private void folder(String environment, List<String> keys) throws IOException {
        String shipped = Files.readString(Path.of("adapters/icbc/adapter.yaml"));
        assertThat(shipped).contains("environment: sim");
        Files.writeString(home.resolve("adapters/icbc/adapter.yaml"), shipped.replace(
                "environment: sim", "environment: " + environment + "\nconformance: {uat-keys: [" + keys.stream().collect(Collectors.joining(", ")) + "]}"));
    }
}

package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Operation;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.TlsIdentity;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.Commands;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** The banks' own implementations, which share nothing with the product but the centre's words, play somebody else's test system. */
class AgreedConformanceTest {
    @TempDir
    private Path home;

    @TempDir
    private Path theirs;

    private final Commands commands = new Commands();

    @BeforeEach
    void identities() throws IOException {
        TestIdentities.made();
        Files.createSymbolicLink(home.resolve("certs-dev"), Path.of("target/certs-dev").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "psbc"})
    void everyAgreedCaseIsPassedByAnIndependentBank(String partner) throws IOException {
        try (SimulatedPartner bank = bank(partner)) {
            bank.moods().order(Operation.DECISION_NOTICE, "TZ0404", Behaviour.REFUSE, 1);
            assertThat(run(partner, bank, "--rate", "6000")).as(commands.said()).isZero();
            assertThat(bank.ledger().entries().stream().filter(e -> e.what().equals("arrived") && e.businessKey().equals("TZ0002"))).as("the lost answer's message").hasSize(1);
        }
        String report = report(partner);
        assertThat(report).contains("failures=\"0\"", "status-enquiry.agreed.centre.never-was", "decision-notice.agreed.centre.decision-notice-no-such-application");
        assertThat(report).contains("this wire has no session", "the room is not built", "the inward channel was not opened", "around the clock").doesNotContain("hostile");
        assertThat(page(partner)).contains("双方签认单", "example, invented data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc"})
    void anAnswerSignedOverOtherBytesIsToldWithFieldBytesAndFix(String partner) throws IOException {
        try (SimulatedPartner bank = bank(partner)) {
            bank.behave(Operation.DECISION_NOTICE, Behaviour.BAD_SIGNATURE);
            assertThat(run(partner, bank, "--rate", "6000")).isEqualTo(1);
        }
        assertThat(report(partner)).contains("signature.", "their field: " + (partner.equals("icbc") ? "sign\n" : "Sign\n"), "their-user-id", "000000  ");
        assertThat(page(partner)).contains("未通过 Not passed", "decision-notice.agreed.centre.decision-notice-approved-with-less");
    }

    @Test
    void spoiltBytesNeedANameWhichTheReportPrints() throws IOException {
        try (SimulatedPartner bank = bank("icbc")) {
            assertThat(run("icbc", bank, "--hostile")).isNotZero();
            assertThat(commands.said()).contains("--agreed-by");
            assertThat(bank.ledger().entries()).isEmpty();
            bank.moods().order(Operation.DECISION_NOTICE, "TZ0404", Behaviour.REFUSE, 1);
            assertThat(run("icbc", bank, "--rate", "6000", "--hostile", "--agreed-by", "李工 <b>测试部</b>")).as(commands.said()).isZero();
        }
        assertThat(page("icbc")).contains("李工 &lt;b&gt;测试部&lt;/b&gt;");
        assertThat(report("icbc")).contains("status-enquiry.hostile.centre.altered-on-the-way");
    }

    @Test
    void aFolderOfProductionIsRefusedInASentence() throws IOException {
        folder("environment: sim", "environment: prod");
        assertThat(tried("https://localhost:1")).isNotZero();
        assertThat(commands.said()).contains("production is not tried").doesNotContain("\tat ");
    }

    @Test
    void aHostTheFolderListsAsProductionIsRefusedInASentence() throws IOException {
        folder("environment: sim", "environment: sim\nconformance: {per-minute: 60, production-hosts: [Gateway.Bank.Example]}");
        assertThat(tried("https://gateway.bank.example.:8443")).isNotZero();
        assertThat(commands.said()).contains("gateway.bank.example", "production host").doesNotContain("\tat ");
    }

    @Test
    void outsideTheirServiceHoursNothingIsSentAndNothingRanIsAFailure() throws IOException {
        hours(2, 4);
        try (SimulatedPartner bank = bank("icbc")) {
            assertThat(run("icbc", bank)).isEqualTo(1);
            assertThat(bank.ledger().entries()).isEmpty();
        }
        assertThat(commands.said()).contains("0 通过 passed, 0 失败 failed", "nothing ran");
        assertThat(report("icbc")).contains("outside their service hours");
    }

    @Test
    void afterTheCutOffNothingLeavesOurSide() throws IOException {
        hours(-2, 4);
        try (SimulatedPartner bank = bank("icbc")) {
            bank.moods().order(Operation.DECISION_NOTICE, "TZ0404", Behaviour.REFUSE, 1);
            assertThat(run("icbc", bank, "--rate", "6000")).as(commands.said()).isZero();
        }
        assertThat(report("icbc")).contains("status-enquiry.agreed.centre.cut-off").doesNotContain("around the clock");
    }

    /** Service in so many hours from now. */
    private void hours(int from, int to) throws IOException {
        LocalTime now = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        folder("from: \"00:00\", to: \"00:00\"", "from: \"" + now.plusHours(from) + "\", to: \"" + now.plusHours(to) + "\"");
    }

    @Test
    void whenNothingAnswersNothingIsWell() throws IOException {
        int closed;
        try (SimulatedPartner bank = new Simulators(theirs, TestIdentities.made()).bank("abc", 0, line -> {}).start()) {
            closed = bank.port();
        }
        assertThat(commands.run("conformance", "abc", "--against", "localhost:" + closed, "--home", home.toString(), "--data", example("abc"))).isEqualTo(1);
        assertThat(report("abc")).contains("status-enquiry.agreed.centre.connection");
    }

    @Test
    void withoutTestDataNothingIsSent() throws IOException {
        assertThat(commands.run("conformance", "icbc", "--against", "https://localhost:1", "--home", home.toString())).isNotZero();
        assertThat(commands.said()).contains("testdata.yaml", "testdata.example.yaml").doesNotContain("\tat ");
    }

    @Test
    void aKeyWithoutTheMarkOfDevelopmentIsRefusedInASentenceUnlessTheFolderListsItForUat() throws Exception {
        X509Certificate unmarked = someAuthority();
        Keys real = new Keys() {
            @Override
            public Set<String> aliases() {
                return Set.of("centre-sm2-sign");
            }

            @Override
            public Entry get(String alias) {
                return new Entry(alias, TestIdentities.room("centre").keys().get(alias).privateKey(), List.of(unmarked));
            }

            @Override
            public TlsIdentity tls(String alias) {
                throw new AssertionError("nothing is connected");
            }
        };
        String fingerprint = Digest.of(unmarked.getEncoded()).hex();
        Target target = new Target(ShippedFolders.dialect("icbc"), Set.of(), Set.of(fingerprint));
        assertThatThrownBy(() -> target.requireTestKeys(real))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("centre-sm2-sign has no development marker", "environment: uat", fingerprint);
        target.requireTestKeys(TestIdentities.room("centre").keys());
        Dialect uat = in("uat");
        new Target(uat, Set.of(), Set.of(fingerprint)).requireTestKeys(real);
        assertThatThrownBy(() -> new Target(uat, Set.of(), Set.of("0".repeat(64))).requireTestKeys(real)).hasMessageContaining(fingerprint);
        assertThatThrownBy(() -> new Target(in("prod"), Set.of(), Set.of(fingerprint)).endpoint("https://localhost:1")).hasMessageContaining("production is not tried");
    }

    private static Dialect in(String environment) {
        MemoryFolders folders = new MemoryFolders().replace("adapters/icbc/adapter.yaml", "environment: sim", "environment: " + environment);
        return Conformance.of(folders, "icbc", result -> {}).centre();
    }

    @Test
    void aListOfUatKeysStandsInTheFolder() {
        MemoryFolders folders = new MemoryFolders().replace("adapters/icbc/adapter.yaml", "environment: sim", "environment: uat\nconformance: {uat-keys: [" + "ab".repeat(32) + "]}");
        assertThat(Conformance.of(folders, "icbc", result -> {}).agreement().uatKeys()).containsExactly("ab".repeat(32));
    }

    @Test
    void anAddressOfTheOtherKindOfChannelIsToldInASentence() {
        assertThat(commands.run("conformance", "abc", "--against", "https://test.bank.example:8443", "--home", home.toString(), "--data", example("abc"))).isNotZero();
        assertThat(commands.said()).contains("this partner speaks TCP: --against takes host:port", "--against 写 主机:端口").doesNotContain("\tat ");
        assertThat(tried("test.bank.example:9701")).isNotZero();
        assertThat(commands.said()).contains("this partner speaks HTTP: --against takes https://host:port");
    }

    /** One of those the JDK comes with. */
    private static X509Certificate someAuthority() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
    }

    private SimulatedPartner bank(String partner) {
        return new Simulators(theirs, TestIdentities.made()).bank(partner, 0, line -> {}).start();
    }

    private int run(String partner, SimulatedPartner bank, String... more) {
        String url = (partner.equals("abc") ? "localhost:" : "https://localhost:") + bank.port();
        return commands.run(Stream.concat(
                        Stream.of("conformance", partner, "--against", url, "--home", home.toString(), "--data", example(partner)),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private int tried(String url) {
        return commands.run("conformance", "icbc", "--against", url, "--home", home.toString(), "--data", example("icbc"));
    }

    private void folder(String from, String to) throws IOException {
        Path shipped = Path.of("adapters/icbc");
        Path own = home.resolve("adapters/icbc");
        FileSystemUtils.copyRecursively(shipped, own);
        Path adapter = own.resolve("adapter.yaml");
        Files.writeString(adapter, Files.readString(adapter).replace(from, to));
    }

    private static String example(String partner) {
        return Path.of("adapters", partner, "testdata.example.yaml").toAbsolutePath().toString();
    }

    private String report(String partner) throws IOException {
        return Files.readString(home.resolve(".jinqiao/conformance").resolve(partner).resolve("TEST-conformance-" + partner + ".xml"));
    }

    private String page(String partner) throws IOException {
        return Files.readString(home.resolve(".jinqiao/conformance").resolve(partner).resolve("conformance-" + partner + ".html"));
    }
}

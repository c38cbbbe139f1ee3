package io.jinqiao.workbench.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.workbench.doctor.wire.Endpoint;
import io.jinqiao.workbench.doctor.wire.Line;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Faults by seed, done to healthy set-ups and to real peers; the seeds here are others than those the doctor was made with (below 1000). */
class DoctorTest {
    private static final long FIRST = 10_000;
    private static final int CASES = 200;
    private static final int RIGHT = 190;
    private static final int ALONE = 170;

    @TempDir
    static Path folder;

    private static Ward ward;

    @BeforeAll
    static void open() throws IOException {
        ward = new Ward(folder);
    }

    @AfterAll
    static void close() throws IOException {
        ward.close();
    }

    static List<String> banks() {
        return World.BANKS;
    }

    @Test
    void namesTheOneThingThatIsWrong() throws IOException {
        List<Ward.Case> cases = ward.treat(LongStream.range(FIRST, FIRST + CASES));
        List<Ward.Case> wrong = cases.stream().filter(c -> !c.right()).toList();
        long alone = cases.stream().filter(Ward.Case::alone).count();
        Files.writeString(Path.of("target/doctor/score.txt"), CASES - wrong.size() + " of " + CASES + " named rightly, " + alone + " of them alone\n");
        assertThat(cases.stream().map(Ward.Case::ailment).distinct().count()).isGreaterThanOrEqualTo(25);
        assertThat(cases.stream().flatMap(c -> c.ailment().causes().stream()).distinct().count()).isGreaterThanOrEqualTo(25);
        assertThat(CASES - wrong.size()).as(() -> String.join("\n", wrong.stream().map(Object::toString).toList())).isGreaterThanOrEqualTo(RIGHT);
        List<Ailment> known = cases.stream().filter(Ward.Case::right).map(Ward.Case::ailment).toList();
        assertThat(cases.stream().map(Ward.Case::ailment).filter(a -> !known.contains(a)).map(Ailment::name).distinct()).as("never named").isEmpty();
        assertThat(alone).as("named alone").isGreaterThanOrEqualTo(ALONE);
        assertThat(cases).allSatisfy(c -> assertThat(c.examined().asked()).isLessThanOrEqualTo(Doctor.Limits.USUAL.requests()));
        assertThat(cases).allSatisfy(c -> assertThat(c.examined().exitCode()).as(c::toString).isNotZero());
    }

    @ParameterizedTest
    @MethodSource("banks")
    void blamesNoHealthySetUpAndAsksOnce(String bank) {
        Patient patient = ward.healthy(bank);
        int before = patient.peer.questions.get();
        healthy(patient.examined());
        assertThat(patient.peer.questions.get() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("banks")
    void blamesNobodyForClocksThatDifferAsMuchAsAgreed(String bank) {
        Patient patient = ward.healthy(bank);
        patient.off(Duration.ofMinutes(-3));
        healthy(patient.examined());
    }

    @ParameterizedTest
    @MethodSource("banks")
    void blamesNobodyForAServerThatIsKnownByItsNameOnly(String bank) {
        Patient patient = ward.healthy(bank);
        patient.edit("their-identities: \\[" + bank + "-tls-server]", "their-identities: []");
        healthy(patient.examined());
    }

    @Test
    void blamesNobodyForTheSecondKeyOfAPartnerThatChangesKeys() {
        Patient patient = ward.healthy("icbc");
        patient.peer.temper.signingKey = "icbc-sm2-sign-next";
        healthy(patient.examined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "ccb"})
    void blamesNobodyWhereRsaIsAgreed(String bank) {
        Patient patient = ward.healthy(bank);
        patient.edit("ours: SM2", "ours: RSA2");
        healthy(patient.examined());
    }

    private static void healthy(Examined examined) {
        assertThat(examined.findings()).as(() -> examined.steps().toString()).isEmpty();
        assertThat(examined.exitCode()).as(() -> examined.steps().toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc"})
    void triesTheServerOfFilesAndLeavesNothingThere(String bank) throws IOException {
        Patient patient = ward.healthy(bank);
        Examined examined = patient.examined();
        healthy(examined);
        assertThat(examined.steps()).anyMatch(s -> s.probe() == Probe.FILES && s.mark() == Step.Mark.GOOD && s.detail().contains("SHA256:"));
        for (String folder : List.of("out", "in")) {
            try (var left = Files.walk(patient.files.folder(folder))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void saysThatTheServerOfFilesWasNotLookedAtWhileFilesAreClosed() {
        Patient patient = ward.healthy("icbc");
        patient.settings.remove("jinqiao.files.open");
        Examined examined = patient.examined();
        healthy(examined);
        assertThat(examined.steps()).anyMatch(s -> s.probe() == Probe.FILES && s.mark() == Step.Mark.UNCHECKED && s.detail().contains("jinqiao.files.open"));
    }

    @Test
    void asksNothingInProductionUnlessSomebodyAgreed() {
        Patient patient = ward.healthy("icbc");
        patient.edit("environment: sim", "environment: prod");
        int before = patient.peer.questions.get();
        assertThat(patient.examined().steps()).anyMatch(s -> s.mark() == Step.Mark.UNCHECKED && s.detail().contains("--agreed-by"));
        Examined agreed = patient.examined(new Doctor.Limits("somebody", 16));
        assertThat(agreed.findings()).extracting(Finding::cause).containsExactly(Cause.TEST_KEY_IN_PRODUCTION);
        assertThat(patient.peer.questions.get()).as("a test key is sent nowhere").isEqualTo(before);
    }

    @Test
    void asksNoMoreThanItWasAllowedTo() {
        Patient patient = ward.healthy("abc");
        patient.peer.temper.knowsUsAs = "centre-sm2-other";
        patient.peer.temper.terse = true;
        int before = patient.peer.questions.get();
        Examined examined = patient.examined(new Doctor.Limits("", 3));
        assertThat(examined.asked()).isEqualTo(3);
        assertThat(examined.findings()).as("not guessed").hasSizeGreaterThan(2);
        assertThat(patient.peer.questions.get() - before).isEqualTo(3);
    }

    @Test
    void couldNotLookIsNeitherHealthyNorWrong() {
        Patient patient = ward.healthy("icbc");
        patient.edit("from: \"00:00\", to: \"00:00\"", "from: \"03:00\", to: \"03:01\"");
        patient.clock = java.time.Clock.fixed(java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS).plus(Duration.ofHours(4)), java.time.ZoneOffset.UTC);
        assertThat(patient.examined().exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc"})
    void aPortThatTakesTheConnectionAndSaysNothingIsCalledSilent(String bank) throws IOException {
        Patient patient = ward.healthy(bank);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            patient.address("localhost:" + silent.getLocalPort());
            Examined examined = patient.examined();
            assertThat(examined.findings()).extracting(Finding::cause).containsExactly(Cause.PORT_SILENT);
            assertThat(Report.text(examined)).contains("says nothing", "一言不发", "8 s").doesNotContain("TLS version", "TLS 版本");
        }
    }

    @Test
    void aPortThatIsClosedWhileWeLookIsNoMatterOfTls() throws IOException {
        Patient patient = ward.healthy("icbc");
        Channel channel = new Channel(Channel.Direction.OUT, "http", "https://localhost:" + Blackhole.closedPort(), null, List.of(), Duration.ofSeconds(2), Duration.ofSeconds(2));
        Line line = new Line(Endpoint.of(channel), null, Duration.ofSeconds(2), Duration.ofSeconds(2), null, 1000);
        try (Papers papers = new Papers(Setup.of(patient.home, patient.settings, patient.clock), List.of())) {
            ConnectionChecks checks = new ConnectionChecks(line, channel, papers, null);
            assertThat(checks.judge(line.shake())).hasValueSatisfying(symptom -> assertThat(symptom.sign()).isEqualTo(Sign.REFUSES_CONNECTIONS));
        }
    }

    @ParameterizedTest
    @CsvSource({"abc, ABC_ADDRESS, localhost", "abc, ABC_ADDRESS, https://localhost:9443", "abc, ABC_ADDRESS, localhost:9702/", "icbc, ICBC_URL, localhost:9443", "icbc, ICBC_URL, localhost"})
    void aConfiguredAddressThatIsNoneIsToldByTheNameOfItsSetting(String bank, String setting, String value) {
        Patient patient = ward.healthy(bank);
        patient.settings.put(setting, value);
        Examined examined = patient.examined();
        assertThat(examined.findings()).extracting(Finding::cause).containsExactly(Cause.ADDRESS_MALFORMED);
        assertThat(Report.text(examined)).contains(setting + "=" + value).doesNotContain("folder has a fault");
    }

    @Test
    void theCommandPrintsEveryStepTheFindingAndTheFixInBothLanguages() throws IOException {
        Patient patient = ward.healthy("ccb");
        patient.edit("counts: message|our-user-id: \\S+", "our-user-id: centre");
        Path json = folder.resolve("out.json");
        StringWriter out = new StringWriter();
        int code = command(patient, out, "ccb", "--json", json.toString());
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("✓ TLS", "✗ 对方的答复 / what they answer", "1234567812345678", "(our-user-id)", "→ 更正 our-user-id", "→ Correct our-user-id");
        assertThat(Files.readString(json)).contains("\"exitCode\" : 1", "\"our-user-id\"");
    }

    @Test
    void theSiteSheetNamesBothSidesAndAsksNobody() throws IOException {
        Patient patient = ward.healthy("psbc");
        int before = patient.peer.questions.get();
        StringWriter out = new StringWriter();
        assertThat(command(patient, out, "psbc", "--site-sheet", "--our-address", "192.0.2.7", "--contact", "网络组 / network desk")).isZero();
        assertThat(out.toString())
                .contains("192.0.2.7", "localhost", "" + patient.peer.port(), "8443", "TLS 1.2 / 1.3", "网络组", "全天 / around the clock")
                .contains("GJJ0000000000203001", "PSBC000000004095501")
                .contains(Named.fingerprint(World.room("centre").keys().get("centre-sm2-sign").certificate()))
                .contains(Named.serial(World.room("psbc").keys().get("psbc-sm2-envelope").certificate()));
        assertThat(patient.peer.questions.get()).isEqualTo(before);
    }

    private static int command(Patient patient, StringWriter out, String... arguments) throws IOException {
        Properties settings = new Properties();
        settings.putAll(patient.settings);
        Path config = folder.resolve("gateway.properties");
        try (var writer = Files.newBufferedWriter(config)) {
            settings.store(writer, null);
        }
        String[] all = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(arguments), java.util.stream.Stream.of("--home", patient.home.toString(), "--config", config.toString()))
                .toArray(String[]::new);
        return new CommandLine(new DoctorCommand()).setOut(new PrintWriter(out, true)).execute(all);
    }
}

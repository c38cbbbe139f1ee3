package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.development.RunningGateway;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The process that sends a loan's files in parts to the registry is killed on the way of one of them. Each kill takes a start of the process and a
 * lease that runs out, so one is the default; {@code -Djinqiao.materials.kills=ABOUT_TO_SEND_COMMITTED,OUTBOUND_BYTES_SENT,REPLY_BEFORE_COMMIT} does it before a
 * part's first byte, behind its last and before its answer is kept, or at any other place.
 */
@Tag("campaign")
class KilledMaterialsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PART = 131_072;
    /** Only the first process hands the papers in. */
    private static final String HAND_IN = "jinqiao.papers.hand-in";
    private static final List<Point> PLACES =
            Arrays.stream(System.getProperty("jinqiao.materials.kills", "OUTBOUND_BYTES_SENT").split(",")).map(Point::valueOf).toList();

    @TempDir
    Path work;

    private final Map<String, Object> settings = new TreeMap<>(TestIdentities.made().properties());

    @Test
    void everyPartArrivesOnceAndEveryFileWholeHoweverOftenTheProcessIsKilled() throws Exception {
        folders();
        try (HikariDataSource database = TestDatabase.migrated();
                OwnRegistry registry = new Simulators(work, TestIdentities.made()).registry(0, Clock.systemUTC(), line -> { }).start()) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            settings(database.getJdbcUrl(), registry.port());
            PapersProcess.PAPERS.standsIn(registry);
            String caseNo = "";
            for (Point place : PLACES) {
                caseNo = killed(place, registry, jdbc);
            }
            assertThat(registry.files(caseNo)).as("the kills fell among the parts").hasSizeLessThan(2);
            try (RunningGateway last = launch("none").awaitReady(PATIENCE)) {
                String filed = caseNo;
                await().atMost(PATIENCE).until(() -> registry.files(filed).size() == 2);
                await().atMost(PATIENCE).until(() -> states(jdbc, filed).equals(List.of(
                        "loan-contract there " + parts(PapersProcess.CONTRACT), "identity-card there " + parts(PapersProcess.CARD))));
            }
            assertThat(registry.parts(caseNo)).containsExactlyElementsOf(all());
        }
    }

    /** Starts the process, waits for further parts at the registry, and kills it at this place of the next one. @return number of the case */
    private String killed(Point place, OwnRegistry registry, JdbcTemplate jdbc) throws Exception {
        Path armed = work.resolve("armed");
        Files.deleteIfExists(armed);
        RunningGateway gateway = launch(place.name());
        try {
            gateway.awaitReady(PATIENCE);
            await().atMost(PATIENCE).until(() -> !cases(jdbc).isEmpty());
            String caseNo = cases(jdbc).get(0);
            int before = registry.parts(caseNo).size();
            await().atMost(PATIENCE).until(() -> registry.parts(caseNo).size() > before);
            Files.createFile(armed);
            assertThat(gateway.awaitWord(PATIENCE)).as(gateway::chatter).isEqualTo("at " + place);
            return caseNo;
        } finally {
            gateway.kill();
            settings.remove(HAND_IN);
        }
    }

    private RunningGateway launch(String place) {
        settings.put("jinqiao.crash.point", place);
        return RunningGateway.start(
                settings, List.of(PapersProcess.class), List.of("-Xmx320m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), work.resolve("gateway.log"));
    }

    private void settings(String url, int registryPort) {
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", "jinqiao");
        settings.put("spring.datasource.password", "jinqiao");
        settings.put("spring.main.web-application-type", "none");
        settings.put("logging.level.root", "WARN");
        settings.put("jinqiao.home", work);
        settings.put("jinqiao.partners.port", 0);
        settings.put("jinqiao.evidence.create-master-key", true);
        settings.put("jinqiao.evidence.master-key-file", work.resolve("evidence-master.key"));
        settings.put("jinqiao.evidence.node-directory", work);
        settings.put("jinqiao.evidence.content-directory", work.resolve("evidence-content"));
        settings.put("jinqiao.evidence.chain-lease", "3s");
        settings.put("jinqiao.delivery.lease", "3s");
        settings.put("jinqiao.delivery.poll", "200ms");
        settings.put("jinqiao.mortgage.registries.99", "registry");
        settings.put("jinqiao.mortgage.mortgagees[12371300MB2F7Q3140]", "虚构市住房公积金管理中心");
        settings.put("REGISTRY_URL", "https://localhost:" + registryPort);
        settings.put("jinqiao.crash.armed", work.resolve("armed"));
        settings.put(HAND_IN, true);
    }

    /** Folders with smaller parts and shorter waits. */
    private void folders() throws IOException {
        for (String partner : List.of("icbc", "registry")) {
            Path from = Path.of("adapters", partner);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*/(samples|stubs)/.*")).toList()) {
                    Path target = work.resolve("adapters").resolve(partner).resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        Path adapter = work.resolve("adapters/registry/adapter.yaml");
        Files.writeString(adapter, Files.readString(adapter)
                .replace("part: 1MiB", "part: " + PART / 1024 + "KiB")
                .replaceAll("(?m)^retry: .*$", "retry: {budget: 24h, first: 200ms, factor: 2, most: 1s}")
                .replaceAll("(?m)^enquiry: .*$", "enquiry: {after: 500ms, factor: 2, most: 2s, give-up: 24h}"));
    }

    private static List<String> cases(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT case_no FROM mortgage_fact_case WHERE registry_no IS NOT NULL", String.class);
    }

    private static List<String> states(JdbcTemplate jdbc, String caseNo) {
        return jdbc.queryForList("SELECT kind || ' ' || state || ' ' || taken FROM mortgage_fact_material WHERE case_no = ? ORDER BY place", String.class, caseNo);
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>();
        for (var file : List.of(Map.entry("loan-contract", PapersProcess.CONTRACT), Map.entry("identity-card", PapersProcess.CARD))) {
            int parts = parts(file.getValue());
            IntStream.rangeClosed(1, parts).forEach(part -> all.add(file.getKey() + " " + part + "/" + parts));
        }
        return all;
    }

    private static int parts(byte[] file) {
        return (file.length + PART - 1) / PART;
    }
}

package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.RevocationLists;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.TimeStamps;
import io.jinqiao.signing.Trust;
import io.jinqiao.signing.TrustMaterial;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The room as the house puts it together. */
class WiringTest {
    @TempDir
    private Path home;

    private final Map<String, Runnable> jobs = new HashMap<>();
    private final Queue<JournalPoints.Point> points = new ConcurrentLinkedQueue<>();
    private HikariDataSource database;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @EnableConfigurationProperties(EvidenceProperties.class)
    static class Settings {}

    private ApplicationContextRunner house() {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, EvidenceWiring.class)
                .withPropertyValues("jinqiao.home=" + home, "jinqiao.evidence.link-interval=20ms")
                .withBean(JdbcTemplate.class, () -> new JdbcTemplate(database))
                .withBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database))
                .withBean("clock", Clock.class, Clock::systemUTC)
                .withBean(JournalPoints.class, () -> points::add)
                .withBean(TimeStamps.class, () -> JournalFixture::stamp)
                .withBean(Keys.class, NoKeys::new)
                .withBean(Signing.class, WiringTest::noSigning)
                .withBean(TrustMaterial.class, Nothing::new)
                .withBean(Trust.class, () -> Trust.of(List.of(), RevocationLists::notAsked, true))
                .withBean(Timetable.class, () -> new Declared(jobs))
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new);
    }

    private static Signing noSigning() {
        return (Signing) Proxy.newProxyInstance(Signing.class.getClassLoader(), new Class<?>[] {Signing.class}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        });
    }

    @Test
    void linksByItselfSealsByTheTimetableAndTellsTheNamedPlaces() {
        house().withPropertyValues("jinqiao.evidence.create-master-key=true").run(context -> {
            RecordId id = context.getBean(Journal.class).append(Entries.received("a"));
            assertThat(context.getBean(Journal.class).open()).isTrue();
            await().atMost(Duration.ofMinutes(2)).until(() -> "linked".equals(state(id)));
            jobs.get("evidence-seal").run();
            assertThat(state(id)).isEqualTo("sealed");
            assertThat(points)
                    .contains(
                            JournalPoints.Point.LINK_BEFORE_COMMIT,
                            JournalPoints.Point.LINKED,
                            JournalPoints.Point.SEALED);
            assertThat(context.getBean(MeterRegistry.class).get("jinqiao.evidence.open").gauge().value()).isOne();
            assertThat(context).hasSingleBean(EvidencePacks.class).hasSingleBean(SubjectKeys.class).hasSingleBean(JournalCheck.class);
        });
    }

    @Test
    void readsAfterARestartWhatWasWrittenBefore() {
        RecordId[] id = new RecordId[1];
        ApplicationContextRunner made = house().withPropertyValues("jinqiao.evidence.create-master-key=true");
        made.run(context -> id[0] = context.getBean(Journal.class).append(Entries.received("kept")));
        house().run(context ->
                assertThat(context.getBean(Journal.class).bytes(id[0])).isEqualTo(Entries.bytes("kept")));
        assertThat(home.resolve("node-id")).content().hasLineCount(1);
    }

    @Test
    void doesNotStartWithoutAMasterKeyAndMakesNone() {
        house().run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(MasterKeyUnusable.class)
                    .hasStackTraceContaining("no master key for the journal");
        });
        assertThat(Files.exists(home.resolve("evidence-master.key"))).isFalse();
    }

    @Test
    void saysWhereAMasterKeyIsNoneAndNeverWhatStandsThere() {
        for (String wrong : List.of("c2hvcnQ=", "not base64!")) {
            house().withPropertyValues("jinqiao.evidence.master-key=" + wrong).run(context -> {
                assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(MasterKeyUnusable.class);
                assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("jinqiao.evidence.master-key")
                        .hasMessageContaining("32")
                        .hasMessageNotContaining(wrong);
            });
        }
    }

    @Test
    void neverReadsUnderAnotherMasterKey() {
        RecordId[] id = new RecordId[1];
        String first = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        String second = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        house().withPropertyValues("jinqiao.evidence.master-key=" + first)
                .run(context -> id[0] = context.getBean(Journal.class).append(Entries.received("x")));
        house().withPropertyValues("jinqiao.evidence.master-key=" + second)
                .run(context -> assertThatThrownBy(() -> context.getBean(Journal.class).bytes(id[0]))
                        .hasMessageContaining("cannot be read"));
        house().withPropertyValues(
                        "jinqiao.evidence.master-key=" + second,
                        "jinqiao.evidence.master-key-name=2",
                        "jinqiao.evidence.former-master-keys.1=" + first)
                .run(context ->
                        assertThat(context.getBean(Journal.class).bytes(id[0])).isEqualTo(Entries.bytes("x")));
    }

    private String state(RecordId id) {
        return new JdbcTemplate(database)
                .queryForObject("SELECT state FROM evidence_fact_record WHERE id = ?", String.class, id.value());
    }

    private record Nothing() implements TrustMaterial {
        @Override
        public List<X509Certificate> anchors() {
            return List.of();
        }

        @Override
        public List<X509CRL> lists() {
            return List.of();
        }
    }

    /** Keeps what was declared, for the test to run. */
    private record Declared(Map<String, Runnable> jobs) implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {
            jobs.put(name, job);
        }

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void at(String name, String instance, Instant time, String payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(String name, String instance) {
            throw new UnsupportedOperationException();
        }
    }
}

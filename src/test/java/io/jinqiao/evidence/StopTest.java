package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.store.ContentDirectory;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** No evidence, no traffic: it stops, says so, and goes on by itself. */
class StopTest {
    @TempDir
    private Path home;

    private HikariDataSource database;
    private JournalFixture node;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        node = new JournalFixture(database, home);
        node.journal.append(Entries.received("before"));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void stopsWhenTheInsertRightIsTakenAwayAndResumesWhenItIsBack() {
        TestDatabase.asSuperuser(database, "REVOKE INSERT ON evidence_record FROM jinqiao");
        assertThat(node.journal.open()).isTrue();
        refuses(() -> node.journal.append(Entries.received("refused")));
        assertStopped("42501");
        node.watch.keepHouse();
        assertStopped("42501");
        TestDatabase.asSuperuser(database, "GRANT INSERT ON evidence_record TO jinqiao");
        node.watch.keepHouse();
        assertFlows();
        node.journal.append(Entries.received("after"));
        assertThat(node.sql.queryForObject("SELECT count(*) FROM evidence_record", Long.class)).isEqualTo(2);
    }

    @Test
    void stopsWhenTheDatabaseIsReadOnly() {
        String name = database.getJdbcUrl().substring(database.getJdbcUrl().lastIndexOf('/') + 1);
        // Every use has a connection of its own: a pool may still be opening one from before the change.
        node = new JournalFixture(new DriverManagerDataSource(database.getJdbcUrl(), "jinqiao", "jinqiao"), home);
        TestDatabase.run("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        refuses(() -> node.journal.append(Entries.received("refused")));
        assertStopped("25006");
        TestDatabase.run("ALTER DATABASE " + name + " RESET default_transaction_read_only");
        node.watch.keepHouse();
        assertFlows();
    }

    @Test
    void doesNotStopForAFailureOfOneTransaction() {
        refuses(() -> node.transaction.executeWithoutResult(status -> {
            try {
                node.sql.execute("SELECT 1/0");
            } catch (RuntimeException expected) {
                node.journal.append(Entries.received("in a failed transaction"));
            }
        }));
        assertFlows();
    }

    @Test
    void stopsWhenTheContentStoreIsFullAndResumesWhenThereIsRoom() throws Exception {
        Path small = Files.createDirectories(home.resolve("small"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()), "may not mount a file system");
        try {
            JournalFixture full =
                    new JournalFixture(database, home, new ContentDirectory(small.resolve("content")), JournalFixture::stamp);
            Files.write(small.resolve("ballast"), new byte[56 * 1024]);
            String large = "x".repeat(3 * JournalFixture.INLINE_LIMIT);
            refuses(() -> full.journal.append(Entries.received(large)));
            assertThat(full.gate.reasons()).singleElement().asString().contains("No space left");
            full.watch.keepHouse();
            assertThat(full.journal.open()).isFalse();
            Files.delete(small.resolve("ballast"));
            full.watch.keepHouse();
            assertThat(full.journal.open()).isTrue();
            RecordId id = full.journal.append(Entries.received(large));
            assertThat(full.journal.bytes(id)).isEqualTo(Entries.bytes(large));
        } finally {
            run("umount", "-l", small.toString());
        }
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void stopsWhenTheOldestRecordWaitsTooLongForItsSeal() {
        AtomicBoolean answers = new AtomicBoolean();
        JournalFixture sealing = new JournalFixture(database, home.resolve("s"), new ContentDirectory(home), digest -> {
            if (!answers.get()) {
                throw new IllegalStateException("the authority does not answer");
            }
            return JournalFixture.stamp(digest);
        });
        sealing.journal.append(Entries.received("waits"));
        node.watch.link();
        sealing.watch.link();
        sealing.sealer.sealAll();
        sealing.clock.advance(JournalFixture.MAX_AGE.minusSeconds(1));
        sealing.watch.link();
        sealing.watch.keepHouse();
        assertThat(sealing.journal.open()).isTrue();
        sealing.clock.advance(java.time.Duration.ofSeconds(2));
        sealing.watch.link();
        sealing.watch.keepHouse();
        assertThat(sealing.journal.open()).isFalse();
        assertThat(sealing.gate.reasons()).singleElement().asString().contains("unsealed");
        answers.set(true);
        sealing.sealer.sealAll();
        assertThat(sealing.journal.open()).isTrue();
    }

    @Test
    void standsStillForNothingWhenNobodyTalks() {
        node.watch.link();
        node.sealer.sealAll();
        node.clock.advance(JournalFixture.MAX_AGE.multipliedBy(100));
        node.watch.link();
        node.watch.keepHouse();
        assertFlows();
    }

    @Test
    void stopsWhenRecordsAreNotEvenLinked() {
        node.watch.link();
        node.sealer.sealAll();
        node.clock.advance(JournalFixture.MAX_AGE.plusSeconds(1));
        node.backlog.check();
        assertThat(node.journal.open()).isFalse();
        node.watch.link();
        node.backlog.check();
        assertFlows();
    }

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems().get(0).code())
                        .isEqualTo(FailureCode.EVIDENCE_UNAVAILABLE));
    }

    private void assertStopped(String state) {
        assertThat(node.journal.open()).isFalse();
        refuses(node.journal::requireOpen);
        var health = new EvidenceHealth(node.gate, node.backlog).health();
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails().get("reasons")).asString().contains(state);
    }

    private void assertFlows() {
        assertThat(node.journal.open()).isTrue();
        node.journal.requireOpen();
        assertThat(new EvidenceHealth(node.gate, node.backlog).health().getStatus()).isEqualTo(Status.UP);
    }
}

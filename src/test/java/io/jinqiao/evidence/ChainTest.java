package io.jinqiao.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.chain.Backlog;
import io.jinqiao.evidence.chain.ChainLease;
import io.jinqiao.support.Heard;
import io.jinqiao.support.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class ChainTest {
    @TempDir
    private Path homes;

    private HikariDataSource database;
    private JournalFixture one;
    private JournalFixture two;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        one = new JournalFixture(database, homes.resolve("one"));
        two = new JournalFixture(database, homes.resolve("two"));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void eachNodeHasAChainAndOneSealCoversBoth() {
        one.journal.append(Entries.received("a"));
        two.journal.append(Entries.received("b"));
        one.journal.append(Entries.received("c"));
        one.watch.link();
        two.watch.link();
        assertThat(one.sealer.seal()).isEqualTo(3);
        assertThat(two.sealer.seal()).isZero();
        JournalCheck.Report report = two.check().check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(3);
        assertThat(report.seals()).isOne();
        assertThat(one.sql.queryForList("SELECT last_seq FROM evidence_seal_range ORDER BY last_seq", Long.class))
                .containsExactly(1L, 2L);
    }

    @Test
    void manyWritersTwoNodesAndLinkersAtOnceGiveWholeChains() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            JournalFixture node = i % 2 == 0 ? one : two;
            String body = "message " + i;
            work.add(() -> {
                node.transaction.executeWithoutResult(
                        s -> node.journal.append(List.of(Entries.received(body), Entries.refused(body))));
                return null;
            });
            if (i % 5 == 0) {
                JournalFixture linking = i % 10 == 0 ? one : two;
                work.add(() -> {
                    linking.linker.link(one.lease.node());
                    linking.linker.link(two.lease.node());
                    linking.sealer.seal();
                    return null;
                });
            }
        }
        for (Future<Void> done : pool.invokeAll(work)) {
            done.get();
        }
        pool.shutdown();
        one.watch.link();
        two.watch.link();
        one.sealer.seal();
        JournalCheck.Report report = one.check().check();
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(120);
        assertThat(one.sql.queryForObject("SELECT count(*) FROM evidence_fact_record WHERE state <> 'sealed'", Long.class))
                .isZero();
    }

    @Test
    void aClockThatIsSetBackAnHourIsToldAndLosesNothing() {
        one.journal.append(Entries.received("before"));
        one.watch.link();
        one.journal.append(Entries.received("not yet linked"));
        one.clock.advance(Duration.ofHours(-1));
        RecordId after;
        String told;
        try (Heard heard = Heard.from(Backlog.class)) {
            after = one.journal.append(Entries.received("after"));
            one.watch.link();
            one.watch.keepHouse();
            told = heard.text();
        }

        assertThat(told).containsOnlyOnce("the clock was set back by 3600 s").contains("系统时钟回拨");
        assertThat(one.gate.open()).isTrue();
        assertThat(one.backlog.age()).isZero();
        assertThat(one.sealer.seal()).isEqualTo(3);
        assertThat(one.check().check()).satisfies(report -> {
            assertThat(report.findings()).isEmpty();
            assertThat(report.records()).isEqualTo(3);
        });
        assertThat(one.sql.queryForList("SELECT record_id::text FROM evidence_link ORDER BY seq", String.class))
                .as("ids do not follow the clock back")
                .isSorted()
                .endsWith(after.toString());
    }

    @Test
    void aLinkerThatIsStuckIsNoticedAlsoAfterTheClockWasSetBack() {
        one.watch.link();
        one.clock.advance(Duration.ofHours(-1));
        one.backlog.check();
        one.clock.advance(JournalFixture.MAX_AGE.plusSeconds(1));
        one.backlog.check();
        assertThat(one.gate.open()).isFalse();
    }

    @Test
    void aRecordThatCommitsAfterLaterOnesIsLinkedAllTheSame() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<?> slow = pool.submit(() -> one.transaction.executeWithoutResult(status -> {
            one.journal.append(Entries.received("slow"));
            written.countDown();
            await(mayCommit);
        }));
        written.await();
        one.journal.append(Entries.received("fast"));
        assertThat(one.linker.link(one.lease.node())).isOne();
        assertThat(one.linker.link(one.lease.node())).isZero();
        mayCommit.countDown();
        slow.get();
        pool.shutdown();
        assertThat(one.linker.link(one.lease.node())).isOne();
        assertThat(one.check().check().findings()).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRestartGoesOnWithItsChain() {
        String name = one.lease.node();
        one.lease.release();
        assertThat(new JournalFixture(database, homes.resolve("one")).lease.node()).isEqualTo(name);
    }

    @Test
    void twoProcessesOnOneHomeNeverShareAChain() throws Exception {
        JournalFixture second = new JournalFixture(database, homes.resolve("one"));
        assertThat(second.lease.node()).isNotEqualTo(one.lease.node());
        assertThat(Files.readAllLines(homes.resolve("one/node-id"))).containsExactly(one.lease.node(), second.lease.node());
    }

    @Test
    void aCopiedHomeDoesNotShareTheChainOfItsOriginal() throws Exception {
        Files.createDirectories(homes.resolve("copy"));
        Files.copy(homes.resolve("one/node-id"), homes.resolve("copy/node-id"));
        assertThat(new JournalFixture(database, homes.resolve("copy")).lease.node()).isNotEqualTo(one.lease.node());
    }

    @Test
    void whoLostItsLeaseTakesAnotherChain() {
        String lost = one.lease.node();
        one.sql.update("UPDATE evidence_chain SET holder = gen_random_uuid() WHERE node = ?", lost);
        one.lease.renew();
        assertThat(one.lease.node()).isNotEqualTo(lost);
        one.journal.append(Entries.received("on the new chain"));
        assertThat(one.linker.link(one.lease.node())).isOne();
    }

    @Test
    void anotherNodeLinksWhatADeadOneLeft() {
        ChainLease dead = new ChainLease(one.sql, homes.resolve("dead"), Duration.ZERO);
        one.transaction.executeWithoutResult(s -> one.journal.append(Entries.received("left")));
        TestDatabase.asSuperuser(database, "UPDATE evidence_record SET node = '" + dead.node() + "'");
        two.watch.keepHouse();
        assertThat(one.sql.queryForObject("SELECT node FROM evidence_link", String.class)).isEqualTo(dead.node());
    }
}

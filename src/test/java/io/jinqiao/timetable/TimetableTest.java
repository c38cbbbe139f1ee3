package io.jinqiao.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TimetableTest {
    private static HikariDataSource database;
    private final List<DatabaseTimetable> nodes = new ArrayList<>();
    private JdbcTemplate sql;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void empty() {
        sql = new JdbcTemplate(database);
        sql.update("DELETE FROM timetable_job");
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(DatabaseTimetable::stop);
    }

    @Test
    void runsAnIntervalJobOnOneOfTwoNodesAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch fiveRuns = new CountDownLatch(5);
        for (String name : List.of("a", "b")) {
            node(name).every("count", Duration.ofMillis(1), () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.yield();
                running.decrementAndGet();
                fiveRuns.countDown();
            });
        }
        nodes.forEach(DatabaseTimetable::start);

        assertThat(fiveRuns.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(sql.queryForObject("SELECT count(*) FROM timetable_fact_job WHERE name = 'count'", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void goesOnAfterAFailedRunOfAnIntervalJob() throws Exception {
        CountDownLatch runs = new CountDownLatch(2);
        node("a").every("fails", Duration.ofMillis(1), () -> {
            runs.countDown();
            throw new IllegalStateException("on purpose");
        });
        nodes.get(0).start();

        assertThat(runs.await(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void keepsAnAppointmentWithItsPayload() {
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        DatabaseTimetable node = node("a");
        node.appointments("remind", oneMilli(), (instance, payload) -> kept.add(instance + "=" + payload));
        node.at("remind", "7", Instant.now(), "今天");
        node.start();

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(kept).containsExactly("7=今天"));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(jobs()).isZero());
    }

    @Test
    void movesAnAppointmentMadeAgain() {
        DatabaseTimetable node = node("a");
        node.at("remind", "7", Instant.parse("2026-11-23T00:00:00Z"), "first");
        node.at("remind", "7", Instant.parse("2030-01-01T00:00:00Z"), "second");

        assertThat(sql.queryForList("SELECT convert_from(task_data, 'UTF8') || ' ' ||"
                        + " extract(year FROM execution_time AT TIME ZONE 'UTC') FROM timetable_job", String.class))
                .containsExactly("second 2030");
    }

    @Test
    void takesAnAppointmentBack() {
        DatabaseTimetable node = node("a");
        node.at("remind", "7", Instant.now(), "");
        node.cancel("remind", "7");
        node.cancel("remind", "8");

        assertThat(jobs()).isZero();
    }

    @Test
    void forgetsAnAppointmentWhoseTransactionIsRolledBack() {
        DatabaseTimetable node = node("a");
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        transaction.executeWithoutResult(status -> {
            node.at("remind", "7", Instant.now(), "");
            status.setRollbackOnly();
        });

        assertThat(jobs()).isZero();
    }

    @Test
    void triesAFailedAppointmentAgainUntilItIsKept() throws Exception {
        CountDownLatch tries = new CountDownLatch(3);
        DatabaseTimetable node = node("a");
        node.appointments("stubborn", oneMilli(), (instance, payload) -> {
            tries.countDown();
            if (tries.getCount() > 0) {
                throw new java.io.IOException("on purpose");
            }
        });
        node.at("stubborn", "1", Instant.now(), "");
        node.start();

        assertThat(tries.await(2, TimeUnit.MINUTES)).isTrue();
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(jobs()).isZero());
    }

    @Test
    void takesUpWhatItsOwnFormerLifeLeftRunning() {
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        DatabaseTimetable node = node("a");
        node.appointments("remind", oneMilli(), (instance, payload) -> kept.add(instance));
        for (String instance : List.of("mine", "theirs")) {
            node.at("remind", instance, Instant.now(), "");
        }
        sql.update("UPDATE timetable_job SET picked = true, last_heartbeat = now(),"
                + " picked_by = CASE task_instance WHEN 'mine' THEN 'a' ELSE 'b' END");
        node.start();

        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(kept).containsExactly("mine"));
        assertThat(sql.queryForList("SELECT instance FROM timetable_fact_job", String.class))
                .containsExactly("theirs");
    }

    @Test
    void refusesLateAndDoubleDeclarations() {
        DatabaseTimetable node = node("a");
        node.every("one", Duration.ofHours(1), () -> {});
        assertThatThrownBy(() -> node.appointments("one", oneMilli(), (i, p) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'one'");
        node.start();
        assertThatThrownBy(() -> node.every("two", Duration.ofHours(1), () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has started");
    }

    @Test
    void doublesTheBackOffUpToItsLongest() {
        BackOff backOff = new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(15));
        assertThat(List.of(1, 2, 3, 4, 1000)).map(backOff::after).map(Duration::toSeconds)
                .containsExactly(2L, 4L, 8L, 15L, 15L);
    }

    private int jobs() {
        Integer count = sql.queryForObject("SELECT count(*) FROM timetable_job", Integer.class);
        return count == null ? 0 : count;
    }

    private static BackOff oneMilli() {
        return new BackOff(Duration.ofMillis(1), Duration.ofMillis(1));
    }

    private DatabaseTimetable node(String name) {
        DatabaseTimetable node = new DatabaseTimetable(
                database,
                Clock.systemUTC(),
                new TimetableProperties(name, 2, Duration.ofMillis(20), Duration.ofSeconds(15)));
        nodes.add(node);
        return node;
    }
}

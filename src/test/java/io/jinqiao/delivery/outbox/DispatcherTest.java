package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static io.jinqiao.delivery.outbox.DeliveryFixture.OTHER_BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class DispatcherTest {
    private static HikariDataSource database;
    private final List<Dispatcher> started = new ArrayList<>();
    private DeliveryFixture room;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void furnish() {
        room = new DeliveryFixture(database);
    }

    @AfterEach
    void stopDispatchers() {
        started.forEach(Dispatcher::stop);
    }

    @Test
    void twoNodesSendEveryRowOnceAndEachSubjectInOrder() {
        DeliveryFixture.Node a = room.node("a", Clock.systemUTC());
        DeliveryFixture.Node b = room.node("b", Clock.systemUTC());
        Map<String, List<String>> posted = new HashMap<>();
        for (int i = 0; i < 120; i++) {
            String subject = "L" + i % 6;
            PartnerId partner = i % 2 == 0 ? BANK : OTHER_BANK;
            posted.computeIfAbsent(subject, s -> new ArrayList<>())
                    .add(a.post(room.notice(partner, subject)).value());
        }
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Function<ScriptedBank.Line, Attempt> watchful = line -> {
            String subject = String.valueOf(line.parcel().outgoing().message().subject());
            if (!underWay.add(subject)) {
                faults.add("two of subject " + subject + " at once");
            }
            Attempt attempt = ScriptedBank.accepts(ScriptedBank.ACCEPTED).apply(line);
            underWay.remove(subject);
            return attempt;
        };
        for (int i = 0; i < 120; i++) {
            room.bank.sends.add(watchful);
        }

        start(a);
        start(b);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(open()).isZero());
        assertThat(faults).isEmpty();
        assertThat(room.bank.received).hasSize(120).doesNotHaveDuplicates();
        List<String> received = List.copyOf(room.bank.received);
        posted.values().forEach(ids -> assertThat(received).containsSubsequence(ids));
        assertThat(room.answered).hasSize(120);
    }

    @Test
    void sendsAtOnceWhatIsPostedWhileItWaits() {
        DeliveryFixture.Node node = room.node("a", Clock.systemUTC());
        start(node);
        await().until(() -> node.pulse.health().getStatus().equals(Status.UP));

        MessageId id = node.post(room.notice(BANK, "L1"));

        await().untilAsserted(() -> assertThat(room.state(id)).isEqualTo("SETTLED"));
        assertThat(node.dispatcher.isRunning()).isTrue();
    }

    @Test
    void leavesRoomForOthersWhenOnePartnerIsSlow() {
        room.breaker = new DeliveryRules.Breaker(50, 10, Duration.ofSeconds(60), 2);
        CountDownLatch answerAtLast = new CountDownLatch(1);
        DeliveryFixture.Node node = room.node("a", Clock.systemUTC());
        for (int i = 0; i < 4; i++) {
            node.post(room.notice(BANK, "L" + i));
        }
        for (int i = 0; i < 2; i++) {
            room.bank.sends.add(line -> {
                line.depart();
                waitFor(answerAtLast);
                line.deliver();
                return line.replied(ScriptedBank.ACCEPTED);
            });
        }
        start(node);
        await().until(() -> room.bank.sends.isEmpty());
        MessageId other = node.post(room.notice(OTHER_BANK, "L9"));

        await().untilAsserted(() -> assertThat(room.state(other)).isEqualTo("SETTLED"));
        assertThat(room.bank.received).containsExactly(other.value());
        answerAtLast.countDown();
        await().untilAsserted(() -> assertThat(open()).isZero());
    }

    @Test
    void takesUpOnItsOwnWhatAnotherNodeAbandoned() {
        MessageId leased = room.node("dead", Clock.systemUTC()).post(room.notice(BANK, "L1"));
        room.node("dead", Clock.systemUTC()).lease(BANK, 1);
        room.expireLeases();

        start(room.node("a", Clock.systemUTC()));

        await().untilAsserted(() -> assertThat(room.state(leased)).isEqualTo("SETTLED"));
    }

    @Test
    void waitsForAttemptsUnderWayWhenItStops() throws Exception {
        CountDownLatch departed = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        DeliveryFixture.Node node = room.node("a", Clock.systemUTC());
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            departed.countDown();
            waitFor(stopping);
            line.deliver();
            return line.replied(ScriptedBank.ACCEPTED);
        });
        start(node);
        departed.await();
        Thread stop = new Thread(node.dispatcher::stop);
        stop.start();
        await().until(() -> !node.dispatcher.isRunning());
        stopping.countDown();
        stop.join();

        assertThat(room.state(id)).isEqualTo("SETTLED");
    }

    @Test
    void reportsItselfDownWhenItCannotLook() {
        DeliveryFixture.Node node = room.node("a");
        assertThat(node.pulse.health().getStatus()).isEqualTo(Status.UNKNOWN);
        node.pulse.beat();
        assertThat(node.pulse.health().getStatus()).isEqualTo(Status.UP);
        room.clock.pass(Duration.ofMinutes(1));
        assertThat(node.pulse.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void countsWhatIsOpen() {
        DeliveryFixture.Node node = room.node("a");
        node.post(room.notice(BANK, "L1"));
        node.post(room.notice(BANK, "L2"));
        node.pulse.beat();

        assertThat(node.pulse.health().getDetails()).containsEntry("open", Map.of("POSTED", 2L));
        assertThat(room.meters.get("jinqiao.delivery.outbox").tag("state", "POSTED").gauge().value()).isEqualTo(2);
    }

    @Test
    void neverLeasesOneRowToTwoNodes() throws Exception {
        DeliveryFixture.Node a = room.node("a");
        for (int i = 0; i < 60; i++) {
            a.post(room.notice(BANK, "L" + i));
        }
        Queue<Long> leased = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            DeliveryFixture.Node node = room.node(name);
            threads.add(new Thread(() -> {
                for (List<OutboxRow> rows = node.lease(BANK, 3); !rows.isEmpty(); rows = node.lease(BANK, 3)) {
                    rows.forEach(row -> leased.add(row.lease().seq()));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        leased.addAll(a.lease(BANK, 100).stream().map(row -> row.lease().seq()).toList());

        assertThat(new HashSet<>(leased)).hasSize(60);
        assertThat(leased).hasSize(60);
    }

    private void start(DeliveryFixture.Node node) {
        started.add(node.dispatcher);
        node.dispatcher.start();
    }

    private int open() {
        return room.sql.sql("SELECT count(*) FROM delivery_outbox WHERE state <> 'SETTLED'")
                .query(Integer.class)
                .single();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

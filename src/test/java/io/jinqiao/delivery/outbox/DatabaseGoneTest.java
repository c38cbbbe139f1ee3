package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.message.MessageId;
import io.jinqiao.support.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** The database refuses everybody for a while, in the middle of an exchange. */
class DatabaseGoneTest {
    private static final String NAME = TestDatabase.create();
    private static HikariDataSource database;
    private DeliveryFixture room;
    private DeliveryFixture.Node node;

    @BeforeAll
    static void startDatabase() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestDatabase.url(NAME));
        config.setUsername("jinqiao");
        config.setPassword("jinqiao");
        config.setConnectionTimeout(250);
        config.setMaximumPoolSize(8);
        database = new HikariDataSource(config);
        Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void furnish() {
        room = new DeliveryFixture(database);
        node = room.node("a", Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        allow(true);
        node.dispatcher.stop();
    }

    @Test
    void keepsAnAnswerInHandAndWritesItWhenTheDatabaseIsBack() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            line.deliver();
            goAway();
            return line.replied(ScriptedBank.ACCEPTED);
        });
        node.dispatcher.start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> node.pulse.health().getStatus().equals(Status.DOWN));

        allow(true);

        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> assertThat(room.state(id))
                .isEqualTo("SETTLED"));
        assertThat(room.bank.received).containsExactly(id.value());
        assertThat(room.bank.enquiries).isEmpty();
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
        await().until(() -> node.pulse.health().getStatus().equals(Status.UP));
    }

    @Test
    void sendsNothingWhileTheDepartureCannotBeCommitted() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            goAway();
            line.depart();
            line.deliver();
            return line.replied(ScriptedBank.ACCEPTED);
        });
        node.dispatcher.start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> node.pulse.health().getStatus().equals(Status.DOWN));
        assertThat(room.bank.received).isEmpty();

        allow(true);

        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> assertThat(
                        List.of(room.state(id), room.bank.received.size()))
                .isEqualTo(List.of("SETTLED", 1)));
        assertThat(room.bank.enquiries).isEmpty();
        assertThat(room.meters.get("jinqiao.delivery.attempt").tag("result", "not-now").timer().count())
                .as("our own trouble costs no budget")
                .isPositive();
    }

    private static void goAway() {
        allow(false);
        TestDatabase.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + NAME + "'");
    }

    private static void allow(boolean connections) {
        TestDatabase.run("ALTER DATABASE " + NAME + " ALLOW_CONNECTIONS " + connections);
    }
}

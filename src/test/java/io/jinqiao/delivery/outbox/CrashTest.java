package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.message.MessageId;
import io.jinqiao.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies is a thread that abandons its row: nothing after the point is done, and its open transaction is rolled back. */
class CrashTest {
    private static HikariDataSource database;
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
        room.afterReply = answered -> {
            room.answered.add(answered);
            room.sql.sql("INSERT INTO test_effect VALUES (?)").param(answered.id().value()).update();
        };
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ABOUT_TO_SEND_BEFORE_COMMIT",
                "ABOUT_TO_SEND_COMMITTED",
                "OUTBOUND_BYTES_SENT",
                "REPLY_BEFORE_COMMIT",
                "REPLY_COMMITTED"
            })
    void losesAndDoublesNothingWhenKilledInAnAttempt(Point point) {
        MessageId id = room.node("a").post(room.notice(BANK, "L1"));

        killAt(point, room.node("a"));
        survive(room.node("b"));

        assertOnce(id);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENQUIRY_ABOUT_TO_SEND_COMMITTED", "ENQUIRY_REPLY_BEFORE_COMMIT"})
    void losesAndDoublesNothingWhenKilledInAnEnquiry(Point point) {
        DeliveryFixture.Node first = room.node("a");
        MessageId id = first.post(room.notice(BANK, "L1"));
        room.bank.sends.add(ScriptedBank.takesItSilently());
        first.carryAll();
        room.clock.pass(Duration.ofMinutes(1));

        killAt(point, first);
        survive(room.node("b"));

        assertOnce(id);
    }

    @Test
    void sendsWhatWasOnlyLeasedWhenItsOwnerDied() {
        MessageId id = room.node("a").post(room.notice(BANK, "L1"));
        assertThat(room.node("a").lease(BANK, 1)).hasSize(1);
        assertThat(room.node("b").carryAll()).as("while the lease holds").isZero();

        survive(room.node("b"));

        assertOnce(id);
        assertThat(room.bank.enquiries).as("it surely did not leave").isEmpty();
    }

    @Test
    void asksAboutWhatLeftAndNeverSendsItAgain() {
        MessageId id = room.node("a").post(room.notice(BANK, "L1"));
        killAt(Point.OUTBOUND_BYTES_SENT, room.node("a"));
        DeliveryFixture.Node other = room.node("b");
        assertThat(other.settlement.askAboutAbandoned()).as("while the lease holds").isZero();

        room.expireLeases();
        assertThat(other.settlement.askAboutAbandoned()).isEqualTo(1);

        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        assertThat(other.unknowns.list()).singleElement().satisfies(unknown ->
                assertThat(unknown.cause()).isEqualTo(io.jinqiao.message.Reply.Cause.CRASHED));
        assertThat(other.carryAll()).as("not before bytes under way have arrived").isZero();
        survive(other);
        assertOnce(id);
        assertThat(room.bank.enquiries).containsExactly(id.value());
    }

    @Test
    void takesUpAtOnceWhatItsOwnFormerLifeHeldAndNothingElse() {
        DeliveryFixture.Node a = room.node("a");
        MessageId mine = a.post(room.notice(BANK, "L1"));
        a.lease(BANK, 1);
        MessageId theirs = a.post(room.notice(BANK, "L2"));
        room.node("b").lease(BANK, 1);

        assertThat(room.node("a").store.releaseOwn("a")).isEqualTo(1);
        assertThat(room.node("a").lease(BANK, 5)).extracting(OutboxRow::id).containsExactly(mine);
        assertThat(room.state(theirs)).isEqualTo("POSTED");
    }

    // --- fencing

    @Test
    void sendsNothingWhenTheLeaseWasLostBeforeTheDeparture() {
        DeliveryFixture.Node slow = room.node("slow");
        DeliveryFixture.Node quick = room.node("quick");
        MessageId id = slow.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            room.expireLeases();
            assertThat(quick.carryAll()).isEqualTo(1);
            line.depart();
            throw new AssertionError("must not come here");
        });

        slow.carryAll();

        assertOnce(id);
        assertThat(room.records(id)).as("the late record is rolled back").containsExactly("about-to-send", "reply");
        assertThat(room.meters.get("jinqiao.delivery.attempt").tag("result", "lost").timer().count()).isEqualTo(1);
    }

    @Test
    void sendsNothingWhenTheLeaseExpiredEvenIfNobodyTookTheRow() {
        DeliveryFixture.Node slow = room.node("slow");
        MessageId id = slow.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            room.expireLeases();
            line.depart();
            throw new AssertionError("must not come here");
        });
        slow.carryAll();

        assertThat(room.state(id)).isEqualTo("POSTED");
        assertThat(room.records(id)).isEmpty();
    }

    @Test
    void cannotSettleARowThatAnotherNodeTookOverButRecordsWhatCame() {
        DeliveryFixture.Node slow = room.node("slow");
        DeliveryFixture.Node quick = room.node("quick");
        MessageId id = slow.post(room.notice(BANK, "L1"));
        room.bank.sends.add(line -> {
            line.depart();
            line.deliver();
            room.expireLeases();
            quick.settlement.askAboutAbandoned();
            return line.replied(ScriptedBank.REJECTED);
        });

        slow.carryAll();

        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        assertThat(room.answered).isEmpty();
        assertThat(room.records(id)).containsExactly("about-to-send", "reply");
        survive(quick);
        assertOnce(id);
    }

    @Test
    void refusesEveryWriteUnderAnOldToken() {
        DeliveryFixture.Node a = room.node("a");
        a.post(room.notice(BANK, "L1"));
        OutboxRow old = a.lease(BANK, 1).get(0);
        room.expireLeases();
        OutboxRow now = a.lease(BANK, 1).get(0);
        assertThat(now.lease().token()).isGreaterThan(old.lease().token());

        assertThat(a.store.write(old, new Stage.Settled(ScriptedBank.ACCEPTED), null)).isFalse();
        Came came = Came.replied(new Stage.Departed(1), ScriptedBank.ACCEPTED, null);
        assertThatThrownBy(() -> a.settlement.settle(old, came)).isInstanceOf(Carrier.LeaseLost.class);
        assertThat(a.store.write(now, new Stage.Settled(ScriptedBank.ACCEPTED), null)).isTrue();
    }

    // --- helpers

    private void killAt(Point point, DeliveryFixture.Node node) {
        room.points = reached -> {
            room.reached.add(reached);
            if (reached == point) {
                throw new Killed();
            }
        };
        assertThatThrownBy(node::carryAll).isInstanceOf(Killed.class);
        room.points = room.reached::add;
    }

    /** Another process goes on until nothing is left to do. */
    private void survive(DeliveryFixture.Node node) {
        for (int i = 0; i < 10; i++) {
            room.expireLeases();
            node.settlement.askAboutAbandoned();
            node.carryAll();
            node.settlement.oneEffect();
            room.clock.pass(Duration.ofMinutes(1));
        }
    }

    private void assertOnce(MessageId id) {
        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.bank.received).containsExactly(id.value());
        assertThat(room.sql.sql("SELECT message_id FROM test_effect").query(String.class).list())
                .isEqualTo(List.of(id.value()));
    }
}

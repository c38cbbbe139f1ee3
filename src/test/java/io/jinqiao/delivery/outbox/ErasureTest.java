package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.Unknowns.Decision;
import io.jinqiao.delivery.Unknowns.Proposal;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Subject;
import io.jinqiao.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies in the outbox is unreadable, and stays so when the keys of its subject are erased. */
class ErasureTest {
    private static HikariDataSource database;
    private DeliveryFixture room;
    private DeliveryFixture.Node node;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void start() {
        room = new DeliveryFixture(database);
        node = room.node("a");
    }

    private void erase(String application) {
        assertThat(room.keys.erase(new Subject(BANK, application))).isPositive();
    }

    private String column(String column, MessageId id) {
        byte[] bytes = room.sql.sql("SELECT " + column + " FROM delivery_outbox WHERE message_id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void keepsNeitherContentNorReplyInTheClear() {
        MessageId id = node.post(room.notice(BANK, "L1"));
        assertThat(column("content", id)).isNotEmpty().doesNotContain("not enough income", "applicationNo");
        room.afterReply = answered -> {
            throw new IllegalStateException("the route is broken");
        };
        node.carryAll();
        assertThat(room.state(id)).isEqualTo("ANSWERED");
        assertThat(column("reply", id)).isNotEmpty().doesNotContain("R-1", "receiptNo");
    }

    @Test
    void holdsAnErasedMessageAndLetsTheOthersGo() {
        MessageId erased = node.post(room.notice(BANK, "L1"));
        MessageId other = node.post(room.notice(BANK, "L2"));
        erase("L1");

        node.carryAll();

        assertThat(room.state(erased)).isEqualTo("HELD");
        assertThat(room.sql.sql("SELECT cause FROM delivery_fact_outbox WHERE message_id = ?")
                        .param(erased.value())
                        .query(String.class)
                        .single())
                .isEqualTo(FailureCode.PERSONAL_DATA_ERASED.name());
        assertThat(room.state(other)).isEqualTo("SETTLED");
        assertThat(room.bank.received).containsExactly(other.value());
    }

    @Test
    void settlesAnAnswerWhoseEffectsWereDueByItsOutcomeAlone() {
        room.bank.sends.add(ScriptedBank.accepts(ScriptedBank.REJECTED));
        MessageId id = node.post(room.notice(BANK, "L1"));
        room.afterReply = answered -> {
            throw new IllegalStateException("the route is broken");
        };
        node.carryAll();
        erase("L1");
        room.afterReply = room.answered::add;
        room.clock.pass(Duration.ofHours(1));

        assertThat(node.settlement.oneEffect()).isTrue();

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.outcome(id)).isEqualTo("rejected");
        assertThat(room.answered).isEmpty();
    }

    @Test
    void letsPeopleCloseAnErasedUnknown() {
        room.bank.sends.add(ScriptedBank.takesItSilently());
        MessageId id = node.post(room.notice(BANK, "L1"));
        node.carryAll();
        erase("L1");

        Proposal proposal = node.unknowns.propose(id, Decision.ACCEPTED, "on their list of the day", "wang");
        node.unknowns.confirm(proposal.id(), "li");

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.answered).isEmpty();
    }
}

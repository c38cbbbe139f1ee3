package io.jinqiao.delivery.outbox;

import static io.jinqiao.delivery.outbox.DeliveryFixture.BANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.delivery.DeliveryRules.Rule;
import io.jinqiao.delivery.Unknowns.Decision;
import io.jinqiao.delivery.Unknowns.Proposal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.support.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownsTest {
    private static HikariDataSource database;
    private DeliveryFixture room;
    private DeliveryFixture.Node node;
    private MessageId id;

    @BeforeAll
    static void startDatabase() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void leaveOneUnknown() {
        room = new DeliveryFixture(database);
        node = room.node("a");
        id = node.post(room.notice(BANK, "L1"));
        room.bank.sends.add(ScriptedBank.takesItSilently());
        node.carryAll();
    }

    @Test
    void settlesWhatOnePersonProposesAndAnotherConfirms() {
        Proposal proposal = node.unknowns.propose(id, Decision.ACCEPTED, "their clerk confirmed it by phone", "wang");
        assertThat(node.unknowns.find(id)).get().extracting("proposal").isEqualTo(proposal);

        node.unknowns.confirm(proposal.id(), "li");

        assertThat(room.state(id)).isEqualTo("SETTLED");
        assertThat(room.outcome(id)).isEqualTo("accepted");
        assertThat(room.answered).singleElement().satisfies(a -> assertThat(a.accepted()).isTrue());
        assertThat(node.unknowns.list()).isEmpty();
    }

    @Test
    void recordsBothActsSignedAndLinked() {
        Proposal proposal = node.unknowns.propose(id, Decision.REJECTED, "不在对方账上", "wang");
        node.unknowns.confirm(proposal.id(), "li");

        JournalEntry confirmed = entry("closing_record", proposal.id());
        JournalEntry proposed = entry("proposal_record", proposal.id());
        assertThat(confirmed.kind()).isEqualTo(JournalEntry.Kind.DECISION);
        assertThat(confirmed.signature()).isEqualTo("signed");
        assertThat(confirmed.signingInput()).isEqualTo(confirmed.bytes());
        assertThat(confirmed.subject()).isEqualTo("L1");
        assertThat(confirmed.answers()).isEqualTo(record("proposal_record", proposal.id()));
        assertThat(new String(confirmed.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("{\"act\":\"confirm\"")
                .contains("\"decision\":\"rejected\"", "\"person\":\"li\"", "\"proposedBy\":\"wang\"", "不在对方账上");
        assertThat(new String(proposed.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"act\":\"propose\"", "\"person\":\"wang\"");
        assertThat(room.answered).singleElement().satisfies(a -> assertThat(a.reply())
                .isInstanceOfSatisfying(Reply.Rejected.class, rejected -> assertThat(
                                rejected.problems().get(0).code())
                        .isEqualTo(FailureCode.DECIDED_REJECTED)));
    }

    @Test
    void doesNotLetOnePersonDoBoth() {
        Proposal proposal = node.unknowns.propose(id, Decision.ACCEPTED, "by phone", "wang");

        assertRefused(FailureCode.DUTIES_NOT_SEPARATED, () -> node.unknowns.confirm(proposal.id(), "wang"));
        assertRefused(FailureCode.DUTIES_NOT_SEPARATED, () -> node.unknowns.confirm(proposal.id(), " WANG "));
        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        assertThatThrownBy(() -> room.sql.sql(
                                "UPDATE delivery_decision SET closed_as = 'CONFIRMED', closed_by = proposed_by")
                        .update())
                .as("nor does the database")
                .hasMessageContaining("delivery_decision_two_people");
    }

    @Test
    void takesOneProposalAtATime() {
        Proposal proposal = node.unknowns.propose(id, Decision.ACCEPTED, "by phone", "wang");
        assertRefused(
                FailureCode.PROPOSAL_STANDS,
                () -> node.unknowns.propose(id, Decision.REJECTED, "by fax", "li"));

        node.unknowns.withdraw(proposal.id(), "misheard", "wang");
        assertRefused(FailureCode.PROPOSAL_GONE, () -> node.unknowns.confirm(proposal.id(), "li"));
        Proposal second = node.unknowns.propose(id, Decision.REJECTED, "by fax", "li");
        node.unknowns.confirm(second.id(), "wang");

        assertThat(room.outcome(id)).isEqualTo("rejected");
        assertRefused(FailureCode.PROPOSAL_GONE, () -> node.unknowns.confirm(second.id(), "wang"));
    }

    @Test
    void yieldsToAnAnswerThatCameMeanwhile() {
        Proposal proposal = node.unknowns.propose(id, Decision.REJECTED, "by phone", "wang");
        room.clock.pass(Duration.ofMinutes(1));
        node.carryAll();
        assertThat(room.outcome(id)).isEqualTo("accepted");

        assertRefused(FailureCode.NOT_UNKNOWN, () -> node.unknowns.confirm(proposal.id(), "li"));
        assertThat(room.outcome(id)).isEqualTo("accepted");
        assertRefused(
                FailureCode.NOT_UNKNOWN, () -> node.unknowns.propose(id, Decision.REJECTED, "by phone", "wang"));
        node.unknowns.withdraw(proposal.id(), "answered", "wang");
    }

    @Test
    void overridesAnEnquiryThatIsUnderWay() {
        Proposal proposal = node.unknowns.propose(id, Decision.REJECTED, "by phone", "wang");
        room.clock.pass(Duration.ofMinutes(1));
        room.bank.asks.add(line -> {
            line.depart();
            node.unknowns.confirm(proposal.id(), "li");
            return line.replied(ScriptedBank.ACCEPTED);
        });
        node.carryAll();

        assertThat(room.outcome(id)).isEqualTo("rejected");
        assertThat(room.answered).hasSize(1);
        assertThat(room.records(id)).as("what came is recorded all the same").filteredOn("reply"::equals).hasSize(2);
    }

    @Test
    void decidesNothingWhenWhatFollowsFails() {
        Proposal proposal = node.unknowns.propose(id, Decision.ACCEPTED, "by phone", "wang");
        room.afterReply = answered -> {
            throw new IllegalStateException("the loan was busy");
        };

        assertThatThrownBy(() -> node.unknowns.confirm(proposal.id(), "li")).hasMessage("the loan was busy");

        assertThat(room.state(id)).isEqualTo("UNKNOWN");
        assertThat(node.unknowns.find(id)).get().extracting("proposal").isEqualTo(proposal);
    }

    @Test
    void asksAgainWhenAPersonWantsIt() {
        Reply unseen = new Reply.Unknown(Reply.Cause.UNSEEN_CODE, "E9999", null);
        for (int i = 0; i < 2; i++) {
            room.bank.asks.add(ScriptedBank.says(unseen));
            room.clock.pass(Duration.ofMinutes(5));
            node.carryAll();
        }
        assertThat(node.unknowns.find(id)).get().extracting("forPeople").isEqualTo(true);

        node.unknowns.askAgain(id, "wang");
        node.carryAll();

        assertThat(room.outcome(id)).isEqualTo("accepted");
        assertRefused(FailureCode.NOT_UNKNOWN, () -> node.unknowns.askAgain(id, "wang"));
    }

    @Test
    void whereThePartnerAnswersNoEnquiryAskingAgainIsRefusedByName() {
        Rule rule = room.rule;
        room.rule = new Rule(
                rule.attemptLimit(), rule.retries(), rule.firstBackOff(), rule.longestBackOff(), rule.firstEnquiry(), rule.nextEnquiry(), rule.longestEnquiryWait(), 0, true);

        assertRefused(FailureCode.NOBODY_TO_ASK, () -> node.unknowns.askAgain(id, "wang"));

        assertThat(room.state(id)).isEqualTo("UNKNOWN");
    }

    @Test
    void wantsReasonsAndNames() {
        assertThatThrownBy(() -> node.unknowns.propose(id, Decision.ACCEPTED, "  ", "wang"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.unknowns.propose(id, Decision.ACCEPTED, "by phone", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node.stops.stop(BANK, "x".repeat(501), "wang"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JournalEntry entry(String column, UUID proposal) {
        return room.journal.entry(record(column, proposal));
    }

    private RecordId record(String column, UUID proposal) {
        return new RecordId(room.sql
                .sql("SELECT " + column + " FROM delivery_decision WHERE id = ?")
                .param(proposal)
                .query(UUID.class)
                .single());
    }

    private static void assertRefused(FailureCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                Refusal.class, refusal -> assertThat(refusal.problems().get(0).code()).isEqualTo(code));
    }
}

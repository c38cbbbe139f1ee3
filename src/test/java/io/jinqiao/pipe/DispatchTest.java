package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.delivery.Outbox;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.pipe.ScriptedBank.Script;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The outward pipe against a bank that behaves as told, first one attempt at a time, then with everything that drives it. */
class DispatchTest {
    private static final PartnerId BANK = new PartnerId("icbc");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningGateway gateway;
    private static ScriptedBank bank;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        bank = gateway.scripted;
    }

    @AfterEach
    void behave() {
        bank.follows(Script.TAKE);
    }

    @Test
    void isAcceptedWhenTheBankSaysSoAndSigns() {
        Tried tried = attempt(Script.TAKE);
        assertThat(tried.reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(tried.journal("about-to-send")).containsExactly("none");
        assertThat(tried.journal("reply-received")).containsExactly("accepted");
    }

    @Test
    void isRejectedOnlyByASignedWord() {
        assertThat(attempt(Script.REFUSE).reply()).isInstanceOf(Reply.Rejected.class);
    }

    /** An hour of maintenance refuses nothing for good. */
    @Test
    void goesAgainUnderTheSameNumberWhatTheBankCannotTakeJustNow() {
        Tried tried = attempt(Script.BUSY);
        assertThat(tried.attempt()).isInstanceOfSatisfying(Attempt.NotSent.class, again -> assertThat(again.code()).isEqualTo(FailureCode.BUSY));
        assertThat(tried.journal("reply-received")).containsExactly("accepted");
        MessageId id = post();
        awaitRecord("reply-received", id);
        bank.follows(Script.TAKE);
        awaitSettled(id, "accepted");
        assertThat(bank.arrived.stream().filter(id.value()::equals)).hasSizeGreaterThan(1);
    }

    @Test
    void isInProcessWhenTheBankSaysSo() {
        assertThat(((Reply.Unknown) attempt(Script.IN_PROCESS).reply()).cause()).isEqualTo(Reply.Cause.IN_PROCESS);
    }

    @ParameterizedTest
    @CsvSource({
        "TAKE_THEN_SILENT, SILENT,     nothing-came,   none partner.silent",
        "TAKE_THEN_LATE,   SILENT,     nothing-came,   none partner.silent",
        "ENDLESS,          UNREADABLE, reply-received, refused partner.answer_unreadable",
        "CUT,              UNREADABLE, reply-received, refused partner.answer_unreadable",
        "CUT_IN_A_CHUNK,   UNREADABLE, reply-received, refused partner.answer_unreadable",
        "STALLS,           UNREADABLE, reply-received, refused partner.answer_unreadable",
        "GARBAGE,          UNREADABLE, reply-received, refused partner.answer_unreadable",
        "ERROR_PAGE,       UNREADABLE, reply-received, refused partner.answer_unreadable",
        "REDIRECT,         UNREADABLE, reply-received, refused partner.answer_unreadable",
        "BAD_SIGNATURE,    UNTRUSTED,  reply-received, refused partner.answer_untrusted"
    })
    void isUnknownWhateverElseHappensAfterTheFirstByte(Script script, Reply.Cause cause, String kind, String recorded) {
        Tried tried = attempt(script);
        assertThat(((Reply.Unknown) tried.reply()).cause()).isEqualTo(cause);
        assertThat(tried.journal(kind)).containsExactly(recorded);
    }

    @Test
    void takesTheFirstOfTwoAnswersAndNothingOfTheSecond() {
        assertThat(attempt(Script.TWICE).reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(attempt(Script.REFUSE).reply()).isInstanceOf(Reply.Rejected.class);
    }

    @Test
    void surelySentNothingWhenNobodyListens() {
        bank.shut();
        try {
            Tried tried = attempt(Script.TAKE);
            assertThat(tried.attempt()).isInstanceOf(Attempt.NotSent.class);
            assertThat(((Attempt.NotSent) tried.attempt()).code()).isEqualTo(FailureCode.PARTNER_NOT_REACHED);
            assertThat(tried.journal("nothing-came")).containsExactly("none partner.not_reached");
        } finally {
            bank.open();
        }
    }

    @Test
    void surelySentNothingToAServerWithAnotherCertificate() {
        bank.shut();
        ScriptedBank impostor = gateway.impostor();
        try {
            assertThat(attempt(Script.TAKE).attempt()).isInstanceOf(Attempt.NotSent.class);
            assertThat(impostor.arrived).isEmpty();
        } finally {
            impostor.shut();
            bank.open();
        }
    }

    @Test
    void asksWhatBecameOfAMessageUnderANumberOfItsOwn() {
        Tried taken = attempt(Script.TAKE_THEN_SILENT);
        Attempt asked = carrier().enquire(taken.parcel(), DispatchTest::depart);
        assertThat(((Attempt.Replied) asked).reply()).isInstanceOf(Reply.Accepted.class);
        assertThat(bank.arrived.get(bank.arrived.size() - 1)).isNotEqualTo(taken.parcel().id().value());
        Tried lost = attempt(Script.SILENT);
        assertThat(carrier().enquire(lost.parcel(), DispatchTest::depart)).isInstanceOf(Attempt.NeverArrived.class);
    }

    @Test
    void sendsNothingBeforeItsDepartureIsCommitted() {
        Carrier.Parcel parcel = new Carrier.Parcel(new Outgoing(BANK, notice()), id(), 1);
        try {
            carrier().send(parcel, record -> {
                throw new Carrier.LeaseLost(parcel.id());
            });
        } catch (Carrier.LeaseLost lost) {
            assertThat(bank.arrived).doesNotContain(parcel.id().value());
            return;
        }
        throw new AssertionError("the lost lease was swallowed");
    }

    @Test
    void sendsAgainUnderTheSameNumberWhatSurelyNeverLeft() {
        bank.shut();
        MessageId id = post();
        awaitRecord("nothing-came", id);
        bank.open();
        awaitSettled(id, "accepted");
        assertThat(bank.arrived.stream().filter(id.value()::equals)).hasSize(1);
    }

    @Test
    void asksInsteadOfSendingAgainWhenTheBankSaysNothing() {
        bank.follows(Script.TAKE_THEN_SILENT);
        MessageId id = post();
        awaitSettled(id, "accepted");
        assertThat(bank.arrived.stream().filter(id.value()::equals)).hasSize(1);
        assertThat(bank.took(id.value())).isTrue();
    }

    /** @param attempt what the pipe made of it */
    private record Tried(Carrier.Parcel parcel, Attempt attempt) {
        Reply reply() {
            return ((Attempt.Replied) attempt).reply();
        }

        List<String> journal(String kind) {
            return gateway.journal(kind, parcel.id().value());
        }
    }

    private static Tried attempt(Script script) {
        bank.follows(script);
        Carrier.Parcel parcel = new Carrier.Parcel(new Outgoing(BANK, notice()), id(), 1);
        Attempt attempt = carrier().send(parcel, DispatchTest::depart);
        if (attempt instanceof Attempt.Replied replied) {
            replied.record().get();
        } else if (attempt instanceof Attempt.NotSent notSent) {
            notSent.record().get();
        }
        return new Tried(parcel, attempt);
    }

    private static RecordId depart(Supplier<RecordId> record) {
        return gateway.room(TransactionTemplate.class).execute(status -> record.get());
    }

    private static Carrier carrier() {
        return gateway.room(Carrier.class);
    }

    private static MessageId post() {
        return gateway.room(TransactionTemplate.class)
                .execute(status -> gateway.room(Outbox.class).post(new Outgoing(BANK, notice())));
    }

    private static void awaitRecord(String kind, MessageId id) {
        await().atMost(Duration.ofMinutes(2)).until(() -> !gateway.journal(kind, id.value()).isEmpty());
    }

    private static void awaitSettled(MessageId id, String outcome) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> gateway.room(JdbcTemplate.class)
                        .queryForList(
                                "SELECT state || ' ' || coalesce(outcome, '') FROM delivery_fact_outbox WHERE message_id = ?",
                                String.class,
                                id.value())
                        .contains("SETTLED " + outcome));
    }

    private static DecisionNotice notice() {
        int n = NUMBER.incrementAndGet();
        return (DecisionNotice) io.jinqiao.message.Operation.DECISION_NOTICE.read(io.jinqiao.message.Content.group()
                .put("noticeNo", "TZ" + n)
                .put("applicationNo", "D" + n)
                .put("acceptanceNo", "SL" + n)
                .put("outcome", "approved")
                .put("appliedAmount", new Money(60_000_000))
                .put("appliedMonths", 240)
                .put("approvedAmount", new Money(55_000_000))
                .put("approvedMonths", 228)
                .put("decidedOn", LocalDate.of(2026, 11, 25))
                .build());
    }

    private static MessageId id() {
        return new MessageId("DISPATCH" + System.nanoTime());
    }
}

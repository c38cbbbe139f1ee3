package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jinqiao.adapter.channel.Listening;
import io.jinqiao.adapter.samples.SamplePeople;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Clearance;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.Reply;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.support.DatabaseText;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The real gateway and a registry that shares no code with it: sessions both ways, questions, applications and their answers. */
class SimulatedRegistryTest {
    private static final PartnerId REGISTRY = new PartnerId("registry");
    /** No application of this test is about it. */
    private static final UnitNumber ASKED_ABOUT = new UnitNumber("371302001001GB00012F00030045");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningGateway gateway;
    private static OwnRegistry registry;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        registry = gateway.registry.centreAt(gateway.room(Listening.class).port());
        registry.moods().lateBy(Duration.ofSeconds(6));
        registry.estate(SampleRegistry.TITLE.value(), ASKED_ABOUT.value(), "云𬱖", SamplePeople.SPOUSE);
    }

    @BeforeEach
    void calm() {
        registry.moods().calm();
        registry.down(false);
        registry.sessionsLast(Duration.ofMinutes(50));
        do {
            registry.endSessions();
        } while (!(send(check()).attempt() instanceof Attempt.NotSent));
    }

    @Test
    void asksWhatStandsInTheRegisterInASessionItOpensByItself() {
        Attempt attempt = send(check()).attempt();
        PropertyCheck.Answer answer = PropertyCheck.Answer.of(accepted(attempt));
        assertThat(Clearance.of(List.of(ASKED_ABOUT), answer, Set.of()).clean()).isTrue();
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM evidence_fact_record WHERE partner = 'registry' AND operation = 'session-opening' AND kind = 'about-to-send'", Long.class))
                .isPositive();
    }

    @Test
    void aFlagInProcessOrMissingIsNotClean() {
        registry.mark(ASKED_ABOUT.value(), "cfztcode", "2");
        assertThat(Clearance.of(List.of(ASKED_ABOUT), PropertyCheck.Answer.of(accepted(send(check()).attempt())), Set.of()).verdict())
                .isEqualTo(Clearance.Verdict.BEING_DECIDED);
        registry.mark(ASKED_ABOUT.value(), "cfztcode", null);
        assertThat(Clearance.of(List.of(ASKED_ABOUT), PropertyCheck.Answer.of(accepted(send(check()).attempt())), Set.of()).verdict())
                .isEqualTo(Clearance.Verdict.NOT_KNOWN);
        registry.mark(ASKED_ABOUT.value(), "cfztcode", "0");
    }

    /** Before each the registry has ended every session, and the gateway knows. The second message finds the session over; nothing of it was taken, so it goes again under its number. */
    @Test
    void aSessionThatIsOverIsOpenedAgainAndTheMessageGoesAgainUnderItsNumber() {
        send(check());
        registry.endSessions();
        Sent refused = send(check());
        assertThat(refused.attempt()).isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> assertThat(notSent.code()).isEqualTo(FailureCode.PARTNER_SESSION));
        assertThat(gateway.journal("reply-received", refused.parcel().id().value())).containsExactly("accepted");
        assertThat(accepted(send(refused.parcel()).attempt()).text("checkNo")).isEqualTo(refused.parcel().outgoing().message().businessKey());
    }

    @Test
    void asksAlsoAboutAMessageInANewSession() {
        RegistrationApplication application = application();
        registry.moods().order(Operation.REGISTRATION_APPLICATION, application.caseNo(), Behaviour.SILENT, 1);
        Sent sent = send(application);
        assertThat(((Attempt.Replied) sent.attempt()).reply()).isInstanceOf(Reply.Unknown.class);
        registry.endSessions();
        assertThat(enquire(sent.parcel())).isInstanceOf(Attempt.NotSent.class);
        assertThat(accepted(enquire(sent.parcel())).text("caseNo")).isEqualTo(application.caseNo());
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, PARTNER_SESSION", "GARBAGE, PARTNER_SESSION", "BAD_SIGNATURE, PARTNER_SESSION", "SILENT, PARTNER_SESSION"})
    void nothingLeavesWhenNoSessionIsOpened(Behaviour behaviour, FailureCode code) {
        registry.moods().order(Operation.SESSION_OPENING, null, behaviour, 1);
        Sent sent = send(check());
        assertThat(sent.attempt()).isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> assertThat(notSent.code()).isEqualTo(code));
        assertThat(gateway.journal("about-to-send", sent.parcel().id().value())).isEmpty();
        assertThat(send(sent.parcel()).attempt()).isInstanceOf(Attempt.Replied.class);
    }

    @Test
    void aSessionThatIsOverWhenItBeginsIsNone() {
        registry.sessionsLast(Duration.ofSeconds(-5));
        assertThat(send(check()).attempt()).isInstanceOfSatisfying(Attempt.NotSent.class, notSent -> assertThat(notSent.detail()).contains("over before it began"));
    }

    @Test
    void anApplicationArrivesAsItWasMeantAndItsCaseIsFollowedToTheEntry() throws Exception {
        RegistrationApplication application = application();
        RegistrationApplication.Answer receipt = RegistrationApplication.Answer.of(accepted(send(application).attempt()));
        assertThat(receipt.caseNo()).isEqualTo(application.caseNo());
        assertThat(registry.received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class)).contains(application);

        registry.nextDay();
        assertThat(progress(application).state()).isEqualTo(RegistrationState.ACCEPTED);
        registry.nextDay();
        RegistrationEnquiry.Answer registered = progress(application);
        assertThat(registered.state()).isEqualTo(RegistrationState.REGISTERED);
        assertThat(registered.entry().amount()).isEqualTo(application.claim().amount());
        assertThat(registered.entry().proofs()).hasSize(2);
        RegistrationReconciliation day =
                new RegistrationReconciliation("DZ" + NUMBER.incrementAndGet(), LocalDate.ofInstant(registered.happenedAt(), ZoneId.of("Asia/Shanghai")), null);
        assertThat(RegistrationReconciliation.Answer.of(accepted(send(day).attempt())).rows())
                .anyMatch(row -> row.caseNo().equals(application.caseNo()) && row.state() == RegistrationState.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({"SUPPLEMENT, SUPPLEMENT, ACCEPTED", "REJECT, ACCEPTED, REJECTED", "DELETE, ACCEPTED, DELETED", "SEIZED, ACCEPTED, REJECTED"})
    void aCaseTakesTheCourseItWasGiven(Course course, RegistrationState first, RegistrationState then) throws Exception {
        RegistrationApplication application = application();
        send(application);
        registry.course(application.caseNo(), course);
        registry.nextDay();
        assertThat(progress(application).state()).isEqualTo(first);
        if (first == RegistrationState.SUPPLEMENT) {
            accepted(send(new RegistrationSupplement("BZ" + System.nanoTime(), application.caseNo(), "SL1", List.of(), "补缺页")).attempt());
        }
        registry.nextDay();
        assertThat(progress(application).state()).isEqualTo(then);
    }

    @Test
    void theSameApplicationIsTheSameCaseAndAnotherUnderItsSerialIsRefused() {
        RegistrationApplication application = application();
        String number = accepted(send(application).attempt()).text("registryNo");
        assertThat(accepted(send(application).attempt()).text("registryNo")).isEqualTo(number);
        RegistrationApplication other = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(application.content().with("reason", "另一原因"));
        assertThat(((Attempt.Replied) send(other).attempt()).reply())
                .isInstanceOfSatisfying(Reply.Rejected.class, no -> assertThat(no.problems().get(0).code()).isEqualTo(FailureCode.KEY_CONFLICT));
    }

    /** In a session a case that is none of ours is refused by name; without a good one nothing is looked at. */
    @Test
    void aCallBackNeedsASessionTheGatewayGave() throws Exception {
        RegistrationApplication application = application();
        send(application);
        assertThat(registry.nextDay()).containsOnly("04");
        var status = JsonNodeFactory.instance.objectNode().put("tsbh", "TS" + System.nanoTime()).put("ywlsh", application.caseNo()).put("slbh", "1").put("shzt", "20").put("czsj", "2026-11-28 10:00:00");
        assertThat(registry.tellIn(null, "3002", status)).isEqualTo("42");
        assertThat(registry.tellIn("demonstration-session", "3002", status)).isEqualTo("42");
        gateway.room(JdbcTemplate.class).update("UPDATE delivery_ticket SET expires_at = now() WHERE partner = 'registry'");
        assertThat(registry.tell(status)).isEqualTo("04");
    }

    /** Concealed, so that the same question asked again, in a new envelope, gets the same token; and it opens. */
    @Test
    void aTokenWeGaveStandsInNoTableAndTheSameQuestionGetsItAgain() throws Exception {
        String seq = "REGISTRY" + System.nanoTime();
        String token = registry.openSession(seq);
        assertThat(registry.openSession(seq)).isEqualTo(token);
        assertThat(new DatabaseText(gateway.room(JdbcTemplate.class)).tablesThatTell(token)).isEmpty();
        assertThat(gateway.room(JdbcTemplate.class).queryForList("SELECT left(reply, 10) FROM delivery_answer WHERE partner = 'registry' AND message_id = ?", String.class, seq))
                .containsOnly("concealed ");
        var status = JsonNodeFactory.instance.objectNode().put("tsbh", "TS" + System.nanoTime()).put("ywlsh", "DJ0").put("slbh", "1").put("shzt", "20").put("czsj", "2026-11-28 10:00:00");
        assertThat(registry.tellIn(token, "3002", status)).as("a case nobody knows, but a good session").isEqualTo("04");
    }

    @Test
    void nothingIsKnownOfAMessageWhenTheRegistryIsDown() {
        registry.down(true);
        assertThat(send(check()).attempt()).isInstanceOf(Attempt.NotSent.class);
    }

    private record Sent(Carrier.Parcel parcel, Attempt attempt) {}

    private static Sent send(CanonicalMessage message) {
        return send(new Carrier.Parcel(new Outgoing(REGISTRY, message), new MessageId("REG" + System.nanoTime()), 1));
    }

    private static Sent send(Carrier.Parcel parcel) {
        Attempt attempt = gateway.room(Carrier.class).send(parcel, SimulatedRegistryTest::inOneCommit);
        record(attempt);
        return new Sent(parcel, attempt);
    }

    private static Attempt enquire(Carrier.Parcel parcel) {
        Attempt attempt = gateway.room(Carrier.class).enquire(parcel, SimulatedRegistryTest::inOneCommit);
        record(attempt);
        return attempt;
    }

    private static void record(Attempt attempt) {
        if (attempt instanceof Attempt.Replied replied) {
            inOneCommit(replied.record());
        } else if (attempt instanceof Attempt.NotSent notSent && notSent.record() != null) {
            inOneCommit(notSent.record());
        }
    }

    private static RecordId inOneCommit(Supplier<RecordId> record) {
        return gateway.room(TransactionTemplate.class).execute(status -> record.get());
    }

    private static io.jinqiao.message.Content.Group accepted(Attempt attempt) {
        assertThat(attempt).isInstanceOfSatisfying(Attempt.Replied.class, replied -> assertThat(replied.reply()).isInstanceOf(Reply.Accepted.class));
        return ((Reply.Accepted) ((Attempt.Replied) attempt).reply()).content();
    }

    private static RegistrationEnquiry.Answer progress(RegistrationApplication application) {
        RegistrationEnquiry enquiry = new RegistrationEnquiry("CX" + NUMBER.incrementAndGet(), application.caseNo(), null);
        return RegistrationEnquiry.Answer.of(accepted(send(enquiry).attempt()));
    }

    private static PropertyCheck check() {
        return (PropertyCheck) Operation.PROPERTY_CHECK.read(SampleRegistry.checkOfATitle().content().with("checkNo", "CX" + System.nanoTime()));
    }

    private static RegistrationApplication application() {
        return (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(SampleRegistry.mortgage().content().with("caseNo", "DJ" + System.nanoTime()));
    }
}

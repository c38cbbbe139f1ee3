package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The real gateway, out over TCP, form and digital envelope to banks that share no code with it, and in from their branches. */
class SimulatedBanksTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        for (SimulatedPartner bank : gateway.banks.values()) {
            Standings.open(gateway.context, new PartnerId(bank.partner()));
            bank.moods().lateBy(Duration.ofSeconds(6));
            bank.moods().slowBy(Duration.ofMillis(200));
        }
    }

    static List<Arguments> everyBankInEveryMood() {
        Map<Behaviour, String> outcomes = Map.ofEntries(
                Map.entry(Behaviour.OK, "accepted"),
                Map.entry(Behaviour.SLOW, "accepted"),
                Map.entry(Behaviour.TWICE, "accepted"),
                Map.entry(Behaviour.REFUSE, "rejected"),
                Map.entry(Behaviour.IN_PROCESS, "unknown IN_PROCESS"),
                Map.entry(Behaviour.LATE, "unknown SILENT"),
                Map.entry(Behaviour.SILENT, "unknown SILENT"),
                Map.entry(Behaviour.DEAF, "unknown SILENT"),
                Map.entry(Behaviour.GARBAGE, "unknown UNREADABLE"),
                Map.entry(Behaviour.HALF, "unknown UNREADABLE"), // what came of it is recorded
                Map.entry(Behaviour.BAD_SIGNATURE, "unknown UNTRUSTED"));
        List<Arguments> all = new ArrayList<>();
        for (String bank : List.of("abc", "ccb", "psbc")) {
            outcomes.forEach((behaviour, outcome) -> all.add(Arguments.of(bank, behaviour, outcome)));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("everyBankInEveryMood")
    void knowsWhatBecameOfANoticeHoweverTheBankBehaves(String partner, Behaviour behaviour, String outcome) {
        SimulatedPartner bank = gateway.banks.get(partner);
        DecisionNotice notice = notice();
        bank.moods().order(Operation.DECISION_NOTICE, notice.businessKey(), behaviour, 1);
        Carrier.Parcel parcel = new Carrier.Parcel(new Outgoing(new PartnerId(partner), notice), id(), 1);

        assertThat(words(carrier().send(parcel, SimulatedBanksTest::depart))).isEqualTo(outcome);
        boolean took = behaviour != Behaviour.REFUSE && behaviour != Behaviour.DEAF;
        assertThat(bank.received(Operation.DECISION_NOTICE, DecisionNotice.class).contains(notice)).isEqualTo(took);

        Attempt asked = carrier().enquire(parcel, SimulatedBanksTest::depart);
        switch (behaviour) {
            case DEAF -> assertThat(asked).isInstanceOf(Attempt.NeverArrived.class);
            case REFUSE -> assertThat(words(asked)).isEqualTo("rejected");
            default -> assertThat(words(asked)).isEqualTo("accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void aBranchIsAnsweredOnceToldWhatBecameOfItAndWithdraws(String partner) throws Exception {
        SimulatedBranch branch = gateway.ownBranch(partner);
        LoanApplication application = InventedApplications.application("SIM" + partner, NUMBER.incrementAndGet(), LocalDate.now());
        MessageId id = id();
        SimulatedBranch.Letter letter = branch.write(application, id, Instant.now());

        Answer first = branch.send(letter);
        assertThat(first.verified()).isTrue();
        assertThat(first.reply().isAccepted()).as(first.reply().toString()).isTrue();
        assertThat(branch.send(letter).reply()).isEqualTo(first.reply());

        assertThat(say(branch, new StatusEnquiry(id.value(), Operation.LOAN_APPLICATION))).isEqualTo(first.reply());
        Reply never = say(branch, new StatusEnquiry("NEVER", Operation.LOAN_APPLICATION));
        assertThat(((Reply.Rejected) never).problems().get(0).code()).isEqualTo(FailureCode.MESSAGE_UNKNOWN);

        Reply unknown = say(branch, new ApplicationWithdrawal("NONE" + NUMBER.incrementAndGet(), "另行选房", "T0042"));
        assertThat(((Reply.Rejected) unknown).problems().get(0).code()).isEqualTo(FailureCode.LOAN_UNKNOWN);
        Reply withdrawn = say(branch, new ApplicationWithdrawal(application.applicationNo(), "另行选房", "T0042"));
        assertThat(((Reply.Accepted) withdrawn).content().text("state")).isEqualTo("withdrawn");
    }

    private static Reply say(SimulatedBranch branch, CanonicalMessage message) throws Exception {
        return branch.send(branch.write(message, id(), Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }

    private static String words(Attempt attempt) {
        if (!(attempt instanceof Attempt.Replied replied)) {
            return attempt.toString();
        }
        replied.record().get();
        return replied.reply().fold(a -> "accepted", r -> "rejected", u -> "unknown " + u.cause());
    }

    private static RecordId depart(Supplier<RecordId> record) {
        return gateway.room(TransactionTemplate.class).execute(status -> record.get());
    }

    private static Carrier carrier() {
        return gateway.room(Carrier.class);
    }

    private static DecisionNotice notice() {
        int n = NUMBER.incrementAndGet();
        return (DecisionNotice) Operation.DECISION_NOTICE.read(Content.group()
                .put("noticeNo", "SIMTZ" + n)
                .put("applicationNo", "SIMD" + n)
                .put("acceptanceNo", "SIMSL" + n)
                .put("outcome", "approved")
                .put("appliedAmount", new Money(60_000_000))
                .put("appliedMonths", 240)
                .put("approvedAmount", new Money(55_000_000))
                .put("approvedMonths", 228)
                .put("decidedOn", LocalDate.of(2026, 11, 25))
                .build());
    }

    private static MessageId id() {
        return new MessageId("SIMULATED" + System.nanoTime());
    }
}

package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionRecord;
import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.pipe.RunningGateway.OwnBankAt;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two instalments are not paid; the order to collect reaches the bank in its own form with the people's names, and the bank says what it did. */
class CollectionTest {
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 100_000) + 900_000);
    private static RunningGateway gateway;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        gateway.banks.keySet().forEach(bank -> Standings.open(gateway.context, new PartnerId(bank)));
        today = WorkingCalendar.today(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void anOrderReachesTheBankWithNamesAndItsActIsJudgedKeptAndFollowedUp(String bank) throws Exception {
        try (OwnBankAt own = gateway.ownBank(bank)) {
            followed(bank, own.bank());
        }
    }

    private static void followed(String bank, SimulatedPartner partner) throws Exception {
        SimulatedBranch branch = gateway.ownBranch(bank);
        LoanApplication application = InventedApplications.application("COL" + bank, NUMBER.incrementAndGet(), today);
        assertThat(say(branch, application).isAccepted()).isTrue();
        String account = "C" + NUMBER.get();
        open(bank, account, application.applicationNo());
        assertThat(say(branch, unpaid(account, 1, today.minusDays(40))).isAccepted()).isTrue();
        assertThat(say(branch, unpaid(account, 2, today.minusDays(40).plusMonths(1))).isAccepted()).isTrue();

        round(bank);
        CollectionOrder order = await().atMost(Duration.ofMinutes(1)).until(() -> told(partner, account), found -> found != null);
        assertThat(order.step()).isEqualTo(CollectionStep.LETTER);
        assertThat(order.instalments()).isEqualTo(2);
        assertThat(order.owed()).isEqualTo(new Money(26_000));
        Party borrower = application.borrower();
        assertThat(order.contacts()).contains(new CollectionOrder.Contact(Party.Role.BORROWER, borrower.name(), borrower.mobile()));
        assertThat(order.contacts()).extracting(CollectionOrder.Contact::role).doesNotContain(Party.Role.SELLER, Party.Role.DEVELOPER);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(fact("state", "order", account)).isEqualTo("taken"));

        Instant night = today.minusDays(1).atTime(23, 30).atZone(WorkingCalendar.ZONE).toInstant();
        Reply atNight = say(branch, record("N" + account, null, account, CollectionStep.PHONE, CollectionRecord.Proof.CALL_RECORDING, night, null));
        assertThat(((Reply.Rejected) atNight).problems()).extracting(Problem::code).containsExactly(FailureCode.COLLECTION_TIME_FORBIDDEN);

        CollectionRecord.Promise promise = new CollectionRecord.Promise(new Money(26_000), today.plusDays(3));
        CollectionRecord record = record(
                "J" + account, order.orderNo(), account, CollectionStep.LETTER, CollectionRecord.Proof.LETTER_TRACKING, Instant.now().truncatedTo(ChronoUnit.SECONDS), promise);
        Reply taken = say(branch, record);
        assertThat(taken.isAccepted()).as(taken.toString()).isTrue();
        assertThat(CollectionRecord.Answer.of(((Reply.Accepted) taken).content()).promiseDueOn()).isEqualTo(today.plusDays(3));
        assertThat(fact("concat_ws(' ', state, done_in_time, filed_late, message_id IS NOT NULL, record_message_id IS NOT NULL)", "order", account)).isEqualTo("done t f t t");
        assertThat(fact("concat_ws(' ', state, waits_for)", "case", account)).isEqualTo("promised borrower");

        assertThat(say(branch, paid(account, 1, today.minusDays(40), 992_000)).isAccepted()).isTrue();
        assertThat(say(branch, paid(account, 2, today.minusDays(40).plusMonths(1), 984_000)).isAccepted()).isTrue();
        round(bank);
        assertThat(fact("concat_ws(' ', state, paid_by, by_borrower)", "case", account)).isEqualTo("cured {bank} f");
        assertThat(fact("promise_became", "record", account)).isEqualTo("kept");
    }

    private static void round(String bank) {
        gateway.room(Capabilities.class).run("collection-round", new CollectionRound(new PartnerId(bank)));
    }

    private static @Nullable CollectionOrder told(SimulatedPartner bank, String account) {
        return bank.received(Operation.COLLECTION_ORDER, CollectionOrder.class).stream()
                .filter(order -> order.loanAccountNo().equals(account))
                .findFirst()
                .orElse(null);
    }

    private static String fact(String column, String view, String account) {
        return gateway.room(JdbcTemplate.class).queryForObject("SELECT " + column + " FROM repayment_fact_" + view + " WHERE account_no = ?", String.class, account);
    }

    private static Reply say(SimulatedBranch branch, CanonicalMessage message) throws Exception {
        MessageId id = new MessageId("COLLECT" + System.nanoTime());
        return branch.send(branch.write(message, id, Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }

    private static CollectionRecord record(
            String recordNo, @Nullable String orderNo, String account, CollectionStep step, CollectionRecord.Proof proof, Instant doneAt,
            CollectionRecord.@Nullable Promise promise) {
        return new CollectionRecord(
                recordNo, orderNo, account, null, step, Party.Role.BORROWER, doneAt, "T0042", promise == null ? CollectionRecord.Outcome.REACHED : CollectionRecord.Outcome.PROMISED,
                promise, new CollectionRecord.Reference(proof, "P" + recordNo, null), null);
    }

    private static CanonicalMessage unpaid(String account, int instalment, LocalDate dueOn) {
        return row("U", account, instalment, dueOn, today.minusDays(2), 1_000_000, parts(0, 0), parts(8_000, 5_000))
                .apply(Content.group().put("result", "insufficient-funds"));
    }

    /** The bank itself paid it. */
    private static CanonicalMessage paid(String account, int instalment, LocalDate dueOn, long balance) {
        return row("P", account, instalment, dueOn, today.minusDays(1), balance, parts(8_000, 5_000), parts(0, 0))
                .apply(Content.group().put("paidOn", today.minusDays(1)).put("source", "bank").put("result", "paid").put("hostSerial", "H" + account + instalment));
    }

    private static Function<Content.GroupBuilder, CanonicalMessage> row(
            String prefix, String account, int instalment, LocalDate dueOn, LocalDate on, long balance, Content.Group paid, Content.Group unpaid) {
        return more -> Operation.REPAYMENT_STATUS.read(Content.group()
                .put("reportNo", prefix + account + instalment)
                .put("row", more.put("loanAccountNo", account)
                        .put("instalment", instalment)
                        .put("dueOn", dueOn)
                        .put("accountingDate", on)
                        .put("paid", paid)
                        .put("unpaid", unpaid)
                        .put("balance", new Money(balance))
                        .put("remainingMonths", 120 - instalment)
                        .build())
                .build());
    }

    private static Content.Group parts(long principal, long interest) {
        return Content.group()
                .put("principal", new Money(principal))
                .put("overduePrincipal", Money.ZERO)
                .put("interest", new Money(interest))
                .put("overdueInterest", Money.ZERO)
                .put("penalty", Money.ZERO)
                .put("fine", Money.ZERO)
                .build();
    }

    private static void open(String bank, String account, String applicationNo) {
        LocalDate firstDue = today.minusDays(40);
        LocalDate paidOut = firstDue.minusMonths(1);
        gateway.room(Repayments.class).opened(
                new OpenLoan(
                        new PartnerId(bank), account, null, applicationNo, new Money(1_000_000), 120, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, firstDue,
                        new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                        new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(1_000_000), paidOut),
                "gateway");
    }
}

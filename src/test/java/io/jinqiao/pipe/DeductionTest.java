package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.pipe.RunningGateway.OwnBankAt;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run of deductions through the whole gateway: the order in the bank's own form, the result from its branch, the ledger. */
class DeductionTest {
    private static RunningGateway gateway;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        today = WorkingCalendar.today(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void anOrderReachesTheBankAndWhatItCouldTakeIsInTheLedger(String bank) throws Exception {
        try (OwnBankAt own = gateway.ownBank(bank)) {
            deducted(bank, own.bank());
        }
    }

    private static void deducted(String bank, SimulatedPartner partner) throws Exception {
        String account = "K" + System.nanoTime() % 1_000_000_000;
        String runNo = "RUN" + account;
        open(bank, account);
        DeductionOrder.Line line = new DeductionOrder.Line(1, account, 1, "6228000000000001", "沐示例", parts(8_000, 5_000), true, null);
        gateway.room(Capabilities.class)
                .run("deduction-run", new DeductInstalments(runNo, new PartnerId(bank), DeductionOrder.Source.BANK_ACCOUNT, today, List.of(line), "core"));

        DeductionOrder order = await().atMost(Duration.ofMinutes(1)).until(() -> told(partner, runNo), found -> found != null);
        assertThat(order.lines()).containsExactly(line);
        assertThat(order.waterfall()).hasSize(5);
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(fact("state", "deduction", runNo)).isEqualTo("taken"));

        SimulatedBranch branch = gateway.ownBranch(bank);
        Reply wrong = say(branch, result("W" + runNo, order, parts(6_000, 0)));
        assertThat(((Reply.Rejected) wrong).problems()).extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_WATERFALL_DIFFERS);
        Reply taken = say(branch, result("E" + runNo, order, parts(1_000, 5_000)));
        assertThat(taken.isAccepted()).as(taken.toString()).isTrue();
        assertThat(DeductionResult.Answer.of(((Reply.Accepted) taken).content()).open()).isZero();
        assertThat(fact("closed_at IS NOT NULL", "run", runNo)).isEqualTo("t");
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject("SELECT concat_ws(' ', paid_fen, owed_fen, source, result) FROM repayment_fact_instalment WHERE account_no = ?", String.class, account))
                .isEqualTo("6000 7000 bank-account partly-paid");
    }

    private static DeductionResult result(String no, DeductionOrder order, InstalmentParts paid) {
        DeductionResult.Line line = new DeductionResult.Line(1, order.lines().get(0).loanAccountNo(), DeductionOutcome.PARTLY_PAID, paid, "HS0001", null);
        return new DeductionResult(no, order.orderNo(), null, today, true, 1, new Money(paid.fen()), List.of(line));
    }

    private static String fact(String column, String view, String runNo) {
        return gateway.room(JdbcTemplate.class).queryForObject("SELECT " + column + " FROM repayment_fact_" + view + " WHERE run_no = ?", String.class, runNo);
    }

    private static DeductionOrder told(SimulatedPartner bank, String runNo) {
        return bank.received(Operation.DEDUCTION_ORDER, DeductionOrder.class).stream()
                .filter(order -> order.orderNo().equals(runNo + "-1"))
                .findFirst()
                .orElse(null);
    }

    private static Reply say(SimulatedBranch branch, DeductionResult message) throws Exception {
        return branch.send(branch.write(message, new MessageId("DEDUCT" + System.nanoTime()), Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }

    private static InstalmentParts parts(long principal, long interest) {
        return new InstalmentParts(new Money(principal), Money.ZERO, new Money(interest), Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private static void open(String bank, String account) {
        LocalDate paidOut = today.minusMonths(1);
        gateway.room(Repayments.class).opened(
                new OpenLoan(
                        new PartnerId(bank), account, null, null, new Money(960_000), 120, AnnualRate.parse("6.25"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, today,
                        new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                        new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(960_000), paidOut),
                "gateway");
    }
}

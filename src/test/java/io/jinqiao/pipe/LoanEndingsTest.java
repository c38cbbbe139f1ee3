package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** How loans end, from each bank's own branch through the whole gateway. */
class LoanEndingsTest {
    private static RunningGateway gateway;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.get();
        today = WorkingCalendar.today(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void aSettlementThatDisagreesIsRefusedFieldByFieldAndOneThatAgreesIsKept(String bank) throws Exception {
        String account = "S" + System.nanoTime() % 1_000_000_000;
        open(bank, account);
        SimulatedBranch branch = gateway.ownBranch(bank);
        Reply wrong = say(branch, settlement("W" + account, account, 900_000, 8_000));
        assertThat(((Reply.Rejected) wrong).problems()).extracting(Problem::code).containsExactly(FailureCode.FIELDS_DISAGREE, FailureCode.FIELDS_DISAGREE);
        assertThat(((Reply.Rejected) wrong).problems()).extracting(Problem::field).containsExactly("principalRepaid", "last.principal");
        Reply taken = say(branch, settlement("G" + account, account, 1_000_000, 1_000_000));
        assertThat(taken.isAccepted()).as(taken.toString()).isTrue();
        assertThat(gateway.room(JdbcTemplate.class)
                        .queryForObject("SELECT concat_ws(' ', how, release, last_fen) FROM repayment_fact_settlement WHERE account_no = ?", String.class, account))
                .isEqualTo("early mortgage 1005000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void aReturnOfAPaymentNobodyMadeIsRefused(String bank) throws Exception {
        String no = "R" + System.nanoTime() % 1_000_000_000;
        DisbursementReturned returned = new DisbursementReturned(
                no, "FK" + no, "NONE" + no, "DK" + no, new Money(1_000_000), today, today, "H1", "H2", "6228000000000001", DisbursementReturned.Reason.NAME_MISMATCH, null);
        assertThat(((Reply.Rejected) say(gateway.ownBranch(bank), returned)).problems()).extracting(Problem::code).containsExactly(FailureCode.LOAN_UNKNOWN);
    }

    private static Settlement settlement(String no, String account, long repaid, long last) {
        InstalmentParts parts = new InstalmentParts(new Money(last), Money.ZERO, new Money(5_000), Money.ZERO, Money.ZERO, Money.ZERO);
        return new Settlement(no, account, null, "HT" + account, Settlement.How.EARLY, today, today, parts, new Money(repaid), new Money(5_000), Settlement.Release.MORTGAGE, null);
    }

    private static Reply say(SimulatedBranch branch, CanonicalMessage message) throws Exception {
        return branch.send(branch.write(message, new MessageId("ENDING" + System.nanoTime()), Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }

    private static void open(String bank, String account) {
        LocalDate paidOut = today.minusMonths(1);
        gateway.room(Repayments.class).opened(
                new OpenLoan(
                        new PartnerId(bank), account, "HT" + account, null, new Money(1_000_000), 120, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, today,
                        new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                        new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(1_000_000), paidOut),
                "gateway");
    }
}

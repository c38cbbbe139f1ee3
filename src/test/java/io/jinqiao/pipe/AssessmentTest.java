package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.ConfirmStanding;
import io.jinqiao.assessment.ProposeStanding;
import io.jinqiao.assessment.Standing;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Repayments;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bank that collects worse, through a whole gateway: seen within the period, and nothing follows before the committee decided. */
class AssessmentTest {
    private static final PartnerId BANK = new PartnerId("psbc");
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() % 100_000) + 700_000);
    private static final int LOANS = 120;
    private static final int LATE = 4;

    private final RunningGateway gateway = RunningGateway.get();
    private final LocalDate today = WorkingCalendar.today(Clock.systemUTC());
    private SimulatedBranch branch;

    @BeforeEach
    void theBankMayTakeApplications() {
        Standings.open(gateway.context, BANK);
        branch = gateway.ownBranch(BANK.value());
    }

    @AfterEach
    void andAgain() {
        decide(ProposeStanding.Kind.ACTIVE);
    }

    @Test
    void aBankThatCollectsWorseIsFlaggedInThePeriodAndRefusedOnlyAfterTheCommitteesDecision() throws Exception {
        String prefix = "W" + NUMBER.incrementAndGet() + "N";
        othersAreLateNowAndThen(prefix);
        for (int n = 0; n < LOANS; n++) {
            open(BANK, prefix + n, 10_000_000, today.plusDays(10));
        }
        for (int n = 0; n < LATE; n++) {
            open(BANK, prefix + "L" + n, 1_000_000_000, today.minusDays(12));
        }
        gateway.room(Assessments.class).watch(BANK);
        assertThat(warnings()).doesNotContain("O2");

        for (int n = 0; n < LATE; n++) {
            assertThat(say(unpaid(prefix + "L" + n)).isAccepted()).isTrue();
        }
        gateway.room(Assessments.class).watch(BANK);
        assertThat(warnings()).contains("O2");
        assertThat(one("SELECT first_day <= ? FROM assessment_fact_warning WHERE partner = 'psbc' AND about = 'O2' AND ended_at IS NULL", Boolean.class, today)).isTrue();
        assertThat(one("SELECT count(*) FROM assessment_fact_case c, unnest(c.message_ids) m JOIN evidence_fact_record e ON e.partner = 'psbc' AND e.message_id = m AND e.kind = 'received'"
                        + " WHERE c.partner = 'psbc' AND c.measure = 'loan' AND c.short AND c.account_no LIKE ?", Long.class, prefix + "L%"))
                .as("each case leads to the signed message that made it").isEqualTo((long) LATE);

        assertThat(applies().isAccepted()).as("a warning changes nothing").isTrue();
        long proposal = propose(ProposeStanding.Kind.SUSPENDED);
        assertThat(applies().isAccepted()).as("nor does what one person entered").isTrue();
        gateway.room(Standing.class).confirm(new ConfirmStanding(proposal, true, "approver"));
        Problem refused = ((Reply.Rejected) applies()).problems().get(0);
        assertThat(refused.code()).isEqualTo(FailureCode.NO_STANDING);
        assertThat(say(unpaid(prefix + "L0", today.minusDays(1))).isAccepted()).as("loans that run go on being told of").isTrue();
    }

    private List<String> warnings() {
        return gateway.room(JdbcTemplate.class).queryForList("SELECT about FROM assessment_fact_warning WHERE partner = ? AND ended_at IS NULL", String.class, BANK.value());
    }

    private <T> T one(String sql, Class<T> type, Object argument) {
        return gateway.room(JdbcTemplate.class).queryForObject(sql, type, argument);
    }

    private void decide(ProposeStanding.Kind kind) {
        gateway.room(Standing.class).confirm(new ConfirmStanding(propose(kind), true, "approver"));
    }

    private long propose(ProposeStanding.Kind kind) {
        return gateway.room(Standing.class)
                .propose(new ProposeStanding(BANK, kind, null, gateway.context.getBean("businessClock", Clock.class).instant(), "GWH-2026-17", "考核", "bank-manager"));
    }

    private Reply applies() throws Exception {
        return say(InventedApplications.application("ASS", NUMBER.incrementAndGet(), today));
    }

    private Reply say(CanonicalMessage message) throws Exception {
        MessageId id = new MessageId("ASSESS" + System.nanoTime());
        return branch.send(branch.write(message, id, Instant.now().truncatedTo(ChronoUnit.SECONDS))).reply();
    }

    private CanonicalMessage unpaid(String account) {
        return unpaid(account, today.minusDays(2));
    }

    private CanonicalMessage unpaid(String account, LocalDate on) {
        return Operation.REPAYMENT_STATUS.read(Content.group()
                .put("reportNo", "U" + account + on)
                .put("row", Content.group()
                        .put("loanAccountNo", account)
                        .put("instalment", 1)
                        .put("dueOn", today.minusDays(12))
                        .put("accountingDate", on)
                        .put("paid", parts(0, 0))
                        .put("unpaid", parts(8_000_000, 2_000_000))
                        .put("balance", new Money(1_000_000_000))
                        .put("remainingMonths", 119)
                        .put("result", "insufficient-funds")
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

    /** Of the loans of two other banks that were paid out in the same quarter one of eleven is late: nothing was told of it for twenty days. */
    private void othersAreLateNowAndThen(String prefix) {
        for (String other : List.of("icbc", "abc")) {
            for (int n = 0; n < LOANS / 2; n++) {
                open(new PartnerId(other), prefix + other + n, 1_000_000_000, today.plusDays(10));
            }
            for (int n = 0; n < LOANS / 20; n++) {
                open(new PartnerId(other), prefix + other + "S" + n, 100_000, today.minusDays(20));
            }
        }
    }

    private void open(PartnerId bank, String account, long fen, LocalDate firstDue) {
        LocalDate paidOut = today.minusYears(3);
        gateway.room(Repayments.class).opened(
                new OpenLoan(
                        bank, account, null, null, new Money(fen), 120, AnnualRate.parse("2.6"), RepaymentMethod.EQUAL_PRINCIPAL, paidOut, firstDue,
                        new Repricing(Repricing.Day.FIRST_OF_JANUARY, Repricing.Straddling.NEW_RATE),
                        new Penalty(Penalty.Base.PRINCIPAL, new BigDecimal("1.5"), DayCount.ACTUAL_360, 0), new Money(fen), paidOut),
                "gateway");
    }
}

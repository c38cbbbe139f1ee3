package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.DUE;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.nothing;
import static io.jinqiao.repayment.desk.Deductibles.paid;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.partly;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.repayment.store.FileStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where two tell of one loan, the ledger takes the one that knows more, and nothing falls for it that is right. */
class OneTruthTest {
    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(home, "A1", "A2");
        ledgers = here.ledgers;
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void theResultOfADeductionIsTakenThoughTheFileOfItsDayToldTheInstalmentUnpaid() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        ledgers.take(new TestFile(BANK, "F1", null, DUE, List.of(Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000))));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), nothing(2, "A2")));
        assertThat(ledgers.lines("SELECT concat_ws(' ', account_no, paid_fen, owed_fen, overdue) FROM repayment_fact_instalment ORDER BY 1")).containsExactly("A1 13000 0 f", "A2 0 13000 f");
        assertThat(ledgers.lines("SELECT account_no || ' ' || balance_fen FROM repayment_fact_loan ORDER BY 1")).containsExactly("A1 952000", "A2 960000");
    }

    @Test
    void theFileOfADayThatWasClosedBeforeTheDeductionIsTakenAfterItsResult() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), nothing(2, "A2")));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        FileResult file = take("F1", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(file.refused()).isEmpty();
        assertThat(ledgers.lines("SELECT concat_ws(' ', account_no, paid_fen, owed_fen) FROM repayment_fact_instalment ORDER BY 1")).containsExactly("A1 13000 0", "A2 0 13000");
    }

    @Test
    void aPaymentOfADayBeforeIsTakenThoughAResultToldMeanwhileThatNothingWasThere() {
        LocalDate deducted = DUE.plusDays(3);
        ledgers.clock.set(deducted + "T02:00:00Z");
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        here.tell(result("E1", "R1-1", deducted, true, nothing(1, "A1"), partly(2, "A2", parts(0, 3_000))));
        assertThat(take("F1", null, DUE.plusDays(1), Told.paid("A1", 1, DUE, 8_000, 952_000).on(DUE.plusDays(1)).with("paidOn", DUE.plusDays(1)), half("A2", DUE.plusDays(1))).refused()).isEmpty();
        assertThat(ledgers.lines("SELECT concat_ws(' ', account_no, paid_fen, owed_fen) FROM repayment_fact_instalment ORDER BY 1")).containsExactly("A1 13000 0", "A2 12000 1000");
        assertThat(ledgers.lines("SELECT account_no || ' ' || balance_fen FROM repayment_fact_loan ORDER BY 1")).containsExactly("A1 952000", "A2 953000");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_paid_twice")).isZero();
    }

    @Test
    void moneyThatSeemsPaidTwiceIsExplainedByTheFileOfItsDay() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-24T02:00:00Z");
        LocalDate later = DUE.plusDays(3);
        take("F2", null, later, Told.paid("A1", 1, DUE, 8_000, 952_000).on(later).with("paidOn", later).with("hostSerial", "COUNTER"));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(4_000, 5_000))));
        assertThat(ledgers.count("SELECT excess_fen FROM repayment_paid_twice")).as("nobody can know yet").isEqualTo(9_000);
        Told deducted = new Told(half("A1", DUE).row().with("hostSerial", "H1").with("paid", Told.parts(4_000, 5_000)).with("unpaid", Told.parts(4_000, 0)).with("balance", "956000"));
        assertThat(take("F1", null, DUE, deducted).refused()).isEmpty();
        assertThat(ledgers.count("SELECT count(*) FROM repayment_paid_twice")).isZero();
    }

    /** 4,000 of principal and all the interest. */
    private static Told half(String account, LocalDate day) {
        Told paid = Told.paid(account, 1, DUE, 8_000, 956_000).on(day).with("paidOn", day).with("result", "partly-paid");
        return new Told(paid.row().with("paid", Told.parts(4_000, 5_000)).with("unpaid", Told.parts(4_000, 0)));
    }

    @Test
    void aCorrectionDoesNotLeaveALoanOutOfWhichLaterDaysAreTold() {
        LocalDate second = DUE.plusMonths(1);
        ledgers.clock.set("2026-12-22T02:00:00Z");
        take("F1", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000), Told.paid("A2", 1, DUE, 8_000, 952_000));
        take("F2", null, second, Told.paid("A1", 2, second, 8_000, 944_000));
        FileResult fallen = take("F3", "F1", DUE, Told.paid("A2", 1, DUE, 8_000, 952_000));
        assertThat(fallen.problems()).singleElement().satisfies(told -> {
            assertThat(told.problem().code().code()).isEqualTo("repayment.left_out");
            assertThat(told.problem().arguments()).containsExactly("A1", "F2");
        });
        assertThat(ledgers.lines("SELECT account_no || ' ' || balance_fen FROM repayment_fact_loan ORDER BY 1")).containsExactly("A1 944000", "A2 952000");
        assertThat(take("F4", "F2", second).problems()).isEmpty();
        assertThat(take("F5", "F1", DUE, Told.paid("A2", 1, DUE, 8_000, 952_000)).problems()).as("from the latest day back").isEmpty();
    }

    @Test
    void whatWasToldOfALoanBeforeItWasPaidOutAgainIsNotHeldAgainstIt() {
        LocalDate again = LocalDate.of(2026, 11, 25);
        LocalDate due = again.plusMonths(1);
        ledgers.clock.set("2026-12-27T02:00:00Z");
        take("F1", null, DUE.plusDays(1), Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(DUE.plusDays(1)));
        take("F2", null, DUE.plusDays(2), Told.paid("A1", 1, DUE, 8_000, 952_000).on(DUE.plusDays(2)).with("paidOn", DUE.plusDays(2)));
        comeBack("A1", DUE.plusDays(3));
        ledgers.open(Deductibles.loan(BANK, "A1", again));
        assertThat(standing(again.plusDays(5))).isEmpty();
        assertThat(take("F3", null, due, Told.paid("A1", 1, due, 8_000, 952_000)).refused()).isEmpty();
        assertThat(standing(due)).isEqualTo("0 0 952000 0");
        assertThat(standing(DUE.plusDays(1))).as("its first life stays as it was known").isEqualTo("1 13000 960000 1");
    }

    @Test
    void whatWasOwedOfALoanBeforeItWasPaidOutAgainIsNotOverdueOfIt() {
        LocalDate again = LocalDate.of(2026, 11, 25);
        ledgers.clock.set("2026-12-27T02:00:00Z");
        take("F1", null, DUE.plusDays(1), Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(DUE.plusDays(1)));
        comeBack("A1", DUE.plusDays(3));
        ledgers.open(Deductibles.loan(BANK, "A1", again));
        assertThat(standing(again.plusDays(5))).isEmpty();
        assertThat(ledgers.count("SELECT coalesce(sum(overdue), 0) FROM repayment_fact_month WHERE account_no = 'A1' AND month = '2026-12-01'")).isZero();
        assertThat(ledgers.count("SELECT coalesce(sum(overdue), 0) FROM repayment_fact_stretch WHERE account_no = 'A1' AND from_on >= '2026-11-25'")).isZero();
    }

    @Test
    void aMessageDoesNotWaitForEverWhileALargeFileOfItsBankIsJudged() throws Exception {
        FileStore impatient = new FileStore(ledgers.jdbc, new JdbcTemplate(ledgers.database), Duration.ofMillis(100));
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            FailureCode said = ledgers.in(() -> {
                ledgers.files.filesInTurn(BANK);
                return get(threads, () -> refused(() -> ledgers.in(() -> {
                    impatient.oneAtATime(BANK);
                    return true;
                })));
            });
            assertThat(said).isEqualTo(FailureCode.BUSY);
            assertThat(said.passing()).as("the same may be sent again").isTrue();
            String afterwards = ledgers.in(() -> {
                impatient.oneAtATime(BANK);
                return ledgers.lines("SHOW lock_timeout").get(0);
            });
            assertThat(afterwards).isEqualTo("0");
        } finally {
            threads.shutdownNow();
        }
    }

    private static FailureCode get(ExecutorService threads, java.util.concurrent.Callable<FailureCode> work) {
        try {
            return threads.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static FailureCode refused(Runnable work) {
        try {
            work.run();
            throw new IllegalStateException("nothing was refused");
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(Problem::code).findFirst().orElseThrow();
        }
    }

    private void comeBack(String account, LocalDate day) {
        DisbursementReturned back = new DisbursementReturned(
                "TH1", "FK1", "AP1", account, new Money(960_000), day, day, "H1", "H2", "990010000000000001", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        ledgers.in(() -> ledgers.desk.returned(Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(BANK, back))));
    }

    private String standing(LocalDate day) {
        return String.join("; ", ledgers.lines("SELECT concat_ws(' ', l.overdue, l.owed_fen, l.balance, l.cumulative) FROM repayment_loans('" + day + "', 'infinity') l"
                + " JOIN repayment_account a ON a.id = l.account WHERE a.account_no = 'A1'"));
    }

    private FileResult take(String no, String corrects, LocalDate day, Told... rows) {
        return ledgers.take(new TestFile(BANK, no, corrects, day, List.of(rows)));
    }
}

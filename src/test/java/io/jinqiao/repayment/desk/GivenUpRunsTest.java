package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.DUE;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.nothing;
import static io.jinqiao.repayment.desk.Deductibles.paid;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.partly;
import static io.jinqiao.repayment.desk.Deductibles.refused;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import io.jinqiao.repayment.RegisterMandate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run its bank told nothing of in time was closed, and the bank tells after all. */
class GivenUpRunsTest {
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 26);

    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(home, "A1", "A2");
        ledgers = here.ledgers;
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-26T02:00:00Z");
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void whatNobodyKnowsTheOutcomeOfIsNotOrderedAgainFromWhateverSource() {
        here.register(new RegisterMandate(BANK, "A1", "KJ1", DUE, null, "D1", "core"));
        giveUp(null);
        DeductionOrder.Line mandated = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ1");
        assertThat(refused(() -> here.run("R2", Source.FUND_BALANCE, mandated))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_OUTCOME_OPEN);
            assertThat(problem.field()).isEqualTo("lines[0].instalment");
            assertThat(problem.arguments()).containsExactly("R1");
        });
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_OUTCOME_OPEN);
        assertThat(here.run("R2", Source.BANK_ACCOUNT, line(1, "A2")).outgoing()).as("another loan").hasSize(1);
    }

    @Test
    void itIsOrderedAgainOnceTheBankWroteThatNothingWasDeducted() {
        giveUp(null);
        assertThat(refused(() -> here.propose("R1", "still silent", null)).get(0).code()).as("without its answer there is nothing more to close").isEqualTo(FailureCode.DEDUCTION_RUN_CLOSED);
        here.answer(here.propose("R1", "answered at last", "函2026-7"), true, "wang.core");
        assertThat(here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")).outgoing()).hasSize(1);
        assertThat(ledgers.lines("SELECT concat_ws(' ', confirmed, document) FROM repayment_fact_run_closing ORDER BY number")).containsExactly("t", "t 函2026-7");
    }

    @Test
    void itIsOrderedAgainOnceItsLateResultIsHere() {
        giveUp(null);
        here.tell(result("E1", "R1-1", SECOND, true, nothing(1, "A1")));
        assertThat(here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")).outgoing()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2026-11-25", "2026-11-26", "2026-11-27"})
    void aLateResultThatBroughtNothingChangesNothingOfWhatIsPaid(LocalDate day) {
        giveUp("函2026-7");
        paidByTheSecondRun();
        here.tell(result("E1", "R1-1", day, true, nothing(1, "A1")));
        assertThat(instalment(day)).isEqualTo(instalmentBefore(day));
        assertThat(instalment(LocalDate.of(2026, 11, 28))).isEqualTo("paid 13000 owed 0 overdue f balance 952000 on 2026-11-26");
        assertThat(ledgers.lines("SELECT result FROM repayment_fact_instalment WHERE account_no = 'A1'")).containsExactly("paid");
        assertThat(twice()).isEmpty();
    }

    private static String instalmentBefore(LocalDate day) {
        return day.isBefore(SECOND) ? "" : "paid 13000 owed 0 overdue f balance 952000 on 2026-11-26";
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20", "2026-11-25", "2026-11-26", "2026-11-27"})
    void whatWasDeductedTwicePaysNothingAndIsTheCentresToClear(LocalDate day) {
        giveUp("函2026-7");
        paidByTheSecondRun();
        DeductionResult.Answer answer = here.tell(result("E1", "R1-1", day, true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(answer.open()).isZero();
        assertThat(instalment(LocalDate.of(2026, 11, 28))).isEqualTo("paid 13000 owed 0 overdue f balance 952000 on 2026-11-26");
        assertThat(twice()).containsExactly("R1 A1 1 13000 paid-twice centre 2026-12-02 open");
        assertThat(ledgers.lines("SELECT concat_ws(' ', run_no, deducted_fen) FROM repayment_fact_run ORDER BY run_no")).containsExactly("R1 13000", "R2 13000");
    }

    @Test
    void whatTheSecondRunLeftIsPaidByTheFirstAndOnlyTheRestIsPaidTwice() {
        giveUp("函2026-7");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E2", "R2-1", SECOND, true, partly(1, "A1", parts(1_000, 5_000))));
        here.tell(result("E1", "R1-1", LocalDate.of(2026, 11, 21), true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(instalment(SECOND)).isEqualTo("paid 13000 owed 0 overdue f balance 952000 on 2026-11-26");
        assertThat(twice()).containsExactly("R1 A1 1 6000 paid-twice centre 2026-12-01 open");
    }

    @Test
    void moneyOfADayTheLedgerHasPassedIsToldOfItsLatestDayWithTheDayOnWhichItWasPaid() {
        giveUp("函2026-7");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E2", "R2-1", SECOND, true, nothing(1, "A1")));
        here.tell(result("E1", "R1-1", LocalDate.of(2026, 11, 21), true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(instalment(SECOND)).isEqualTo("paid 13000 owed 0 overdue f balance 952000 on 2026-11-21");
        assertThat(twice()).isEmpty();
        assertThat(ledgers.lines("SELECT file_no FROM repayment_fact_file ORDER BY id")).containsExactly("KKE2", "KKE1/2026-11-26");
    }

    @Test
    void twoPeopleSayWithADocumentWhatBecameOfWhatWasPaidTwice() {
        giveUp("函2026-7");
        paidByTheSecondRun();
        here.tell(result("E1", "R1-1", SECOND, true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(refused(() -> confirm(true, "wang.core")).get(0).code()).as("nobody said anything").isEqualTo(FailureCode.RESOURCE_UNKNOWN);
        assertThat(refused(() -> settle(" ", "li.core")).get(0).field()).isEqualTo("document");
        settle("退款单1", "li.core");
        assertThat(refused(() -> confirm(true, "Li.Core")).get(0).code()).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        confirm(false, "wang.core");
        assertThat(twice()).containsExactly("R1 A1 1 13000 paid-twice centre 2026-12-02 open");
        settle("退款单2", "li.core");
        confirm(true, "wang.core");
        assertThat(twice()).containsExactly("R1 A1 1 13000 paid-twice centre 2026-12-02 returned 退款单2 wang.core");
        assertThat(refused(() -> settle("退款单3", "li.core")).get(0).code()).isEqualTo(FailureCode.RESOURCE_UNKNOWN);
    }

    private void settle(String document, String by) {
        ledgers.in(() -> {
            here.desk.settle(Gap.PAID_TWICE, "R1-1", 1, TwiceOutcome.RETURNED, document, by);
            return true;
        });
    }

    private void confirm(boolean confirmed, String by) {
        ledgers.in(() -> {
            here.desk.confirm(Gap.PAID_TWICE, "R1-1", 1, confirmed, by);
            return true;
        });
    }

    private void giveUp(@Nullable String document) {
        here.answer(here.propose("R1", "silent", document), true, "wang.core");
    }

    private void paidByTheSecondRun() {
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E2", "R2-1", SECOND, true, paid(1, "A1", parts(8_000, 5_000))));
        ledgers.clock.set("2026-11-27T02:00:00Z");
    }

    private String instalment(LocalDate day) {
        return String.join("; ", ledgers.lines("SELECT concat_ws(' ', 'paid', paid_fen, 'owed', owed_fen, 'overdue', overdue, 'balance', balance, 'on', paid_on)"
                + " FROM repayment_instalments('" + day + "', 'infinity')"));
    }

    private List<String> twice() {
        return ledgers.lines("SELECT concat_ws(' ', run_no, account_no, instalment, excess_fen, type, owner, due_on, coalesce(outcome, 'open'), document, confirmed_by)"
                + " FROM repayment_fact_paid_twice");
    }
}

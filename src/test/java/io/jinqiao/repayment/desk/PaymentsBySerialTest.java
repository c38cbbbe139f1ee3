package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.BANK;
import static io.jinqiao.repayment.desk.Deductibles.DUE;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.nothing;
import static io.jinqiao.repayment.desk.Deductibles.paid;
import static io.jinqiao.repayment.desk.Deductibles.partly;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.refused;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static io.jinqiao.repayment.desk.Deductibles.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payments of one instalment are told apart by their serials: what was told about each last is what counts of it. */
class PaymentsBySerialTest {
    private static final LocalDate NEXT = DUE.plusDays(1);

    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(Deductibles.RULES.replace("tolerated-permille: 5", "tolerated-permille: 500"), home, "A1", "A2");
        ledgers = here.ledgers;
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void whatACorrectionForgotStaysADifferenceThoughTheBorrowerPaidAsMuchAtTheCounter() {
        forgotten();
        take("F21", null, NEXT, amount(13_000, "COUNTER9", NEXT));
        assertThat(differences()).containsExactly("R1 13000 not-in-ledger open");
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
    }

    @Test
    void whatACorrectionForgotStaysAllOfItWhenSomeIsPaidOtherwise() {
        forgotten();
        take("F21", null, NEXT, amount(6_000, "COUNTER9", NEXT));
        assertThat(differences()).containsExactly("R1 13000 not-in-ledger open");
    }

    @Test
    void whatACorrectionForgotIsNotBookedForItsBankWheneverTheResultCame() {
        deducted();
        take("F20", null, DUE, amount(13_000, "H1", DUE));
        take("F20K", "F20", DUE, unpaid(DUE));
        assertThat(differences()).as("the result came first").containsExactly("R1 13000 not-in-ledger open");
        assertThat(ledgerSays()).containsExactly("A1 960000 0");
        take("F20KK", "F20K", DUE, amount(13_000, "H1", DUE));
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPartACorrectionForgotIsNotAmongWhatTheBankTellsOfALaterDay() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_000, "H1", DUE));
        take("F20K", "F20", DUE, unpaid(DUE));
        take("F21", null, NEXT, amount(13_000, "COUNTER9", NEXT));
        assertThat(differences()).containsExactly("R1 6000 not-in-ledger open");
    }

    @Test
    void whatACorrectionForgotIsNotBookedForItsBankWhenTheResultComesLast() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "H1", DUE));
        take("F20K", "F20", DUE, unpaid(DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(differences()).containsExactly("R1 13000 not-in-ledger open");
        assertThat(ledgerSays()).containsExactly("A1 960000 0");
    }

    @Test
    void anotherPaymentThatIsTakenBackIsNotTheDeduction() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, amount(6_000, "H1", DUE));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        take("F20K", "F20", DUE, unpaid(DUE));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        report("B1", null, amount(7_000, "COUNTER9", NEXT));
        report("B2", "B1", unpaid(NEXT));
        assertThat(differences()).containsExactly("R1 6000 not-in-ledger open");
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")))).extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_NOT_IN_LEDGER);
    }

    @Test
    void aDeductionThatIsCorrectedIntoAnotherPaymentIsADifferenceAndNotTakenBack() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "H1", DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        report("B1", "F20", amount(13_000, "COUNTER9", DUE));
        assertThat(differences()).containsExactly("R1 13000 not-in-ledger open");
        assertThat(returned()).containsExactly("R1-1 0");
        report("B2", "B1", amount(13_000, "H1", DUE));
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDeductionThatIsTakenBackAndToldAgainIsTakenBackNoMore() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        report("B1", "KKE1", unpaid(DUE));
        assertThat(returned()).containsExactly("R1-1 13000");
        report("B2", "B1", amount(13_000, "H1", DUE));
        assertThat(returned()).containsExactly("R1-1 0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatAReportTookBackIsNotToldOnceMoreByTheFileOfTheDayThatWasClosedBefore() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        report("B1", "KKE1", unpaid(DUE));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        FileResult result = ledgers.take(new TestFile(BANK, "F20", null, DUE, List.of(amount(13_000, "H1", DUE), Told.unpaid("A2", 1, DUE, 8_000, 960_000))));
        assertThat(result.refused()).extracting(one -> one.problem().code()).containsExactly(FailureCode.REPAYMENT_ROW_KNOWN);
        assertThat(returned()).containsExactly("R1-1 13000");
        assertThat(ledgerSays()).containsExactly("A1 960000 0");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsPaidAtTheCounterAfterADeductionWasTakenBackIsTaken() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        report("B1", "KKE1", unpaid(DUE));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "COUNTER9", DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPartTheFileHasWithoutASerialIsNotBookedOnTop() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_000, null, DUE));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 959000 1000");
        assertThat(take("F21", null, NEXT, amount(6_000, "H1", DUE).on(NEXT)).refused()).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDeductionToldWithoutASerialIsTakenBackByAReport() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_000, null, DUE));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        report("B1", "F20", unpaid(DUE));
        assertThat(returned()).containsExactly("R1-1 6000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aPartOfAnotherAmountWithoutASerialIsAnotherPayment() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_500, null, DUE));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 952500 7500");
    }

    @Test
    void aPartThatIsExecutedAfterMidnightIsNotBookedOnTop() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, amount(6_000, "H1", NEXT));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 959000 1000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatTheFileHasOfADeductionAlreadyIsNotBookedOnceMoreWithTheRest() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_000, "H1", DUE));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(2_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 958000 2000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aCorrectionThatTellsOfTheDeductionAsBeforeForgetsNothingOfIt() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(6_000, "H1", DUE), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        take("F20K", "F20", DUE, amount(6_000, "H1", DUE), Told.paid("A2", 1, DUE, 8_000, 952_000));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(2_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 958000 2000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatACorrectionTellsLessOfADeductionIsNotBookedForItsBank() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "H1", DUE));
        take("F20K", "F20", DUE, amount(6_000, "H1", DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(ledgerSays()).containsExactly("A1 959000 1000");
        assertThat(differences()).containsExactly("R1 7000 not-in-ledger open");
    }

    @Test
    void aSecondPaymentIsSeenWhenTheResultCameFirst() {
        deducted();
        take("F21", null, NEXT, amount(13_000, "COUNTER9", NEXT));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        take("F20", null, DUE, unpaid(DUE));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
    }

    @Test
    void aSecondPaymentIsSeenWhenTheFilesCameFirst() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, unpaid(DUE));
        take("F21", null, NEXT, amount(13_000, "COUNTER9", NEXT));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
    }

    @Test
    void aSecondPaymentOfAPartIsAddedWhicheverComesFirst() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, amount(6_000, "COUNTER9", NEXT));
        assertThat(ledgerSays()).as("12,000, of which 5,000 are interest").containsExactly("A1 953000 7000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void ofTwoDeductionsTheOneTheBankDoesNotTellOfIsTheDifference() {
        LocalDate day = LocalDate.of(2026, 12, 5);
        twoRuns(day);
        assertThat(differences()).containsExactly("R2 13000 paid-twice open");
        ledgers.clock.set("2026-12-07T02:00:00Z");
        take("F06", null, day.plusDays(1), amount(13_000, "X2", day).on(day.plusDays(1)));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        take("F05", null, day, amount(13_000, "X2", day));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
    }

    private void twoRuns(LocalDate day) {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-12-05T02:00:00Z");
        here.answer(here.propose("R1", "silent", "D9"), true, "wang.core");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", day, true, told(1, "A1", DeductionOutcome.PAID, parts(8_000, 5_000), "X1")));
        here.tell(result("E2", "R2-1", day, true, told(1, "A1", DeductionOutcome.PAID, parts(8_000, 5_000), "X2")));
    }

    @Test
    void aDeductionThatPaidNothingIsBookedWhenTheOtherPaymentIsTakenBack() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "COUNTER9", DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(differences()).containsExactly("R1 13000 paid-twice open");
        take("F20K", "F20", DUE, unpaid(DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDeductionIsBookedWholeWhenAReportTakesTheOtherPaymentBackAndIsNotTakenBackItself() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        report("B1", null, amount(7_000, "COUNTER9", DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(differences()).containsExactly("R1 7000 paid-twice open");
        report("B2", "B1", unpaid(DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
        assertThat(differences()).isEmpty();
        assertThat(returned()).containsExactly("R1-1 0");
    }

    @Test
    void whatWasGivenBackIsNotBookedAgain() {
        excessOf7000();
        ledgers.in(() -> {
            here.desk.settle(Gap.PAID_TWICE, "R1-1", 1, TwiceOutcome.RETURNED, "D1", "li.core");
            here.desk.confirm(Gap.PAID_TWICE, "R1-1", 1, true, "wang.core");
            return true;
        });
        take("F20K", "F20", DUE, unpaid(DUE));
        assertThat(ledgerSays()).as("6,000 of 13,000 are left").containsExactly("A1 959000 1000");
        assertThat(differences()).containsExactly("R1 7000 paid-twice returned");
    }

    @Test
    void whatSomebodySaysWasGivenBackIsNotBookedAgainWhileItWaitsForAnotherPerson() {
        excessOf7000();
        ledgers.in(() -> {
            here.desk.settle(Gap.PAID_TWICE, "R1-1", 1, TwiceOutcome.RETURNED, "D1", "li.core");
            return true;
        });
        take("F20K", "F20", DUE, unpaid(DUE));
        assertThat(ledgerSays()).containsExactly("A1 959000 1000");
    }

    @Test
    void whatWasExcessIsNoDifferenceWhenAllOfItIsBookedAgain() {
        excessOf7000();
        take("F20K", "F20", DUE, unpaid(DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
        assertThat(differences()).isEmpty();
    }

    private void excessOf7000() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, amount(7_000, "COUNTER9", DUE));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(differences()).containsExactly("R1 7000 paid-twice open");
    }

    @Test
    void oneOfTwoInstalmentsOfAResultIsCorrectedByOneReport() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), new DeductionOrder.Line(2, "A1", 2, "6228000000000001", "沐示例", parts(8_000, 4_958), true, null));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), told(2, "A1", DeductionOutcome.PAID, parts(8_000, 4_958), "H2")));
        report("B1", "KKE1", Told.unpaid("A1", 2, DUE.plusMonths(1), 8_000, 952_000).on(DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
        assertThat(ledgers.lines("SELECT line_no || ' ' || returned_fen FROM repayment_deduction_line ORDER BY 1")).containsExactly("1 0", "2 12958");
    }

    @Test
    void oneOfTwoInstalmentsOfAFileIsCorrectedByOneReport() {
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 944_000), Told.paid("A1", 2, DUE.plusMonths(1), 8_000, 944_000).on(DUE).with("paidOn", DUE));
        report("B1", "F20", Told.unpaid("A1", 2, DUE.plusMonths(1), 8_000, 952_000).on(DUE));
        assertThat(ledgerSays()).containsExactly("A1 952000 8000");
    }

    // --- shorthand

    private void forgotten() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, amount(13_000, "H1", DUE), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), nothing(2, "A2")));
        take("F20K", "F20", DUE, unpaid(DUE), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(differences()).containsExactly("R1 13000 not-in-ledger open");
        ledgers.clock.set("2026-11-23T02:00:00Z");
    }

    private void deducted() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        ledgers.clock.set("2026-11-23T02:00:00Z");
    }

    private static Told unpaid(LocalDate day) {
        return Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(day);
    }

    /** Paid of the first instalment by a payment of this day, which is that of the row: interest first. */
    private static Told amount(int paid, String serial, LocalDate day) {
        int principal = Math.max(0, paid - 5_000);
        Told row = Told.unpaid("A1", 1, DUE, 8_000, 960_000 - principal).on(day).with("result", paid == 13_000 ? "paid" : "partly-paid");
        Told some = new Told(row.row().with("paid", Told.parts(principal, Math.min(paid, 5_000))).with("unpaid", Told.parts(8_000 - principal, Math.max(0, 5_000 - paid))).with("paidOn", day.toString()).with("source", "other"));
        return some.with("hostSerial", serial == null ? "" : serial);
    }

    private void report(String no, String corrects, Told row) {
        Content.GroupBuilder content = Content.group().put("reportNo", no).put("row", row.row());
        Content.Group told = corrects == null ? content.build() : content.put("corrects", corrects).build();
        ledgers.in(() -> ledgers.desk.report(new Incoming(BANK, new MessageId("M-" + no), ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(told))));
    }

    private FileResult take(String no, String corrects, LocalDate day, Told... rows) {
        FileResult result = ledgers.take(new TestFile(BANK, no, corrects, day, List.of(rows)));
        assertThat(result.refused()).isEmpty();
        return result;
    }

    private List<String> differences() {
        return ledgers.lines("SELECT concat_ws(' ', run_no, excess_fen, type, coalesce(outcome, 'open')) FROM repayment_fact_paid_twice ORDER BY 1");
    }

    private List<String> returned() {
        return ledgers.lines("SELECT order_no || ' ' || returned_fen FROM repayment_deduction_line ORDER BY 1");
    }

    private List<String> ledgerSays() {
        return ledgers.lines("SELECT concat_ws(' ', a.account_no, l.balance, l.paid_principal_fen) FROM repayment_loans('2099-01-01', 'infinity') l JOIN repayment_account a ON a.id = l.account WHERE a.account_no = 'A1'");
    }
}

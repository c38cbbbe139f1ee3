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
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Settlement;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money a result told of is neither lost, nor counted twice, nor deducted twice, whatever a file tells of its day afterwards. */
class OvertakenResultsTest {
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
    void aLateFileDoesNotMoveADeductionOntoWhatTheBankToldOfLaterDays() {
        deducted();
        take("F21", null, NEXT, Told.paid("A1", 2, DUE.plusMonths(1), 8_000, 944_000).with("paidOn", NEXT).on(NEXT).with("source", "prepayment"));
        FileResult late = take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(late.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_ROW_KNOWN);
        assertThat(loans()).containsExactly("A1 944000 16000", "A2 952000 8000");
    }

    @Test
    void aRowThatIsRefusedLeavesTheDeductionWhereItWas() {
        deducted();
        FileResult file = take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 970_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(file.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_BALANCE_GREW);
        assertThat(loans()).containsExactly("A1 952000 8000", "A2 952000 8000");
    }

    @Test
    void bothInstalmentsOfOneResultStayWhenTheRowOfOneIsWrong() {
        twoInstalments();
        FileResult file = take(
                "F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 944_000).with("hostSerial", "H1"), Told.unpaid("A1", 2, DUE.plusMonths(1), 8_000, 970_000).on(DUE),
                Told.unpaid("A2", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 2, DUE.plusMonths(1), 8_000, 960_000).on(DUE));
        assertThat(file.problems()).isEmpty();
        assertThat(loans()).containsExactly("A1 944000 16000", "A2 960000 0");
        assertThat(ledgers.lines("SELECT DISTINCT x.file_no FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = 'A1' AND x.stands AND x.replaced_at IS NULL"))
                .as("under the number it had").containsExactly("KKE1");
    }

    @Test
    void bothInstalmentsOfOneResultAreBookedAgain() {
        twoInstalments();
        take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        assertThat(loans()).containsExactly("A1 944000 16000");
        assertThat(twice()).isEmpty();
    }

    /** Two deductions of one loan on one evening, the second after the books were closed; the file of the next day, which tells of the second only, comes first. */
    @Test
    void aFileThatTellsOfADeductionByItsSerialIsTakenThoughALaterDayIsSilentAboutIt() {
        twoInstalments();
        take("F21", null, NEXT, second("H2"));
        FileResult late = take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        assertThat(late.refused()).isEmpty();
        assertThat(late.problems()).isEmpty();
        assertThat(loans()).containsExactly("A1 944000 16000");
        assertThat(twice()).isEmpty();
    }

    @Test
    void theSameAmountUnderAnotherSerialMakesNoRoomForItself() {
        twoInstalments();
        take("F21", null, NEXT, second("H2"));
        FileResult late = take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H9"));
        assertThat(late.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_BALANCE_GREW);
        assertThat(loans()).containsExactly("A1 944000 16000");
    }

    /** A host uses its serials again. */
    @Test
    void aPaymentOfBeforeTheOrderUnderTheSerialOfADeductionMakesNoRoomForItself() {
        twoInstalments();
        take("F21", null, NEXT, second("H2"));
        FileResult late = take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1").with("paidOn", DUE.minusDays(1)));
        assertThat(late.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_BALANCE_GREW);
        assertThat(loans()).containsExactly("A1 944000 16000");
    }

    /** The second of {@link #twoInstalments}, in the file of the day after. */
    private static Told second(String serial) {
        return Told.paid("A1", 2, DUE.plusMonths(1), 8_000, 944_000).on(NEXT).with("paidOn", DUE).with("hostSerial", serial);
    }

    @Test
    void aFileThatWasClosedBeforeADeductionIsKnownAlreadyWhenAReportTellsOfTheDeductionAfterItsResult() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, nothing(1, "A1")));
        report("B1", "KKE1", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        FileResult file = take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(file.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_ROW_KNOWN);
        assertThat(file.refused()).extracting(told -> told.problem().arguments()).containsExactly(List.of("B1"));
        assertThat(loans()).containsExactly("A1 952000 8000", "A2 960000 0");
    }

    @Test
    void anotherInstalmentInAFileThatWasClosedBeforeADeductionIsTakenThoughAReportToldOfTheDeduction() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, nothing(1, "A1")));
        report("B1", "KKE1", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        Told second = Told.unpaid("A1", 2, DUE.plusMonths(1), 8_000, 960_000).on(DUE);
        FileResult file = take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), second);
        assertThat(file.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_ROW_KNOWN, FailureCode.REPAYMENT_OTHER_ROW_REFUSED);
        FileResult without = take("F20K", null, DUE, second);
        assertThat(without.problems()).isEmpty();
        assertThat(without.refused()).isEmpty();
        assertThat(loans()).containsExactly("A1 952000 8000");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_instalments('2026-12-01', 'infinity') i JOIN repayment_account a ON a.id = i.account WHERE a.account_no = 'A1' AND i.instalment = 2")).isOne();
    }

    /** The balance of the close is no excuse for money: principal that was paid is taken off what is known now. */
    @Test
    void anotherInstalmentThatBringsPrincipalIsHeldAgainstWhatAReportToldOfTheDeduction() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, nothing(1, "A1")));
        report("B1", "KKE1", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        FileResult same = take("F20", null, DUE, Told.paid("A1", 2, DUE.plusMonths(1), 8_000, 952_000).on(DUE).with("paidOn", DUE).with("source", "prepayment"));
        assertThat(same.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_SUM_WRONG);
        FileResult close = take("F20K", null, DUE, Told.paid("A1", 2, DUE.plusMonths(1), 8_000, 960_000).on(DUE).with("paidOn", DUE).with("source", "prepayment"));
        assertThat(close.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_BALANCE_GREW);
        assertThat(loans()).containsExactly("A1 952000 8000");
    }

    /** What was told of days before is no matter of the close. */
    @Test
    void theBalanceOfTheCloseIsThatOfItsOwnDayOnly() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, nothing(1, "A1")));
        report("B1", "KKE1", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        FileResult next = take("F21", null, NEXT, Told.unpaid("A1", 2, DUE.plusMonths(1), 8_000, 960_000).on(NEXT));
        assertThat(next.refused()).extracting(told -> told.problem().code()).containsExactly(FailureCode.REPAYMENT_BALANCE_GREW);
    }

    @Test
    void aSettlementAfterTheDeductionKnowsOfIt() {
        deducted();
        settle();
        take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(twice()).isEmpty();
        assertThat(loans()).containsExactly("A1 0 8000", "A2 952000 8000");
    }

    @Test
    void aSettlementIsTakenThoughAResultOfALaterDayBroughtNothing() {
        orderedAfterTheSettlement();
        here.tell(result("E1", "R1-1", DUE.plusDays(3), true, nothing(1, "A1")));
        settle(parts(960_000, 5_000));
        assertThat(loans()).containsExactly("A1 0 0");
        assertThat(twice()).isEmpty();
    }

    @Test
    void whatWasDeductedAfterASettlementThatCameLateIsPaidTwice() {
        orderedAfterTheSettlement();
        here.tell(result("E1", "R1-1", DUE.plusDays(3), true, paid(1, "A1", parts(8_000, 5_000))));
        settle(parts(960_000, 5_000));
        assertThat(loans()).containsExactly("A1 0 0");
        assertThat(twice()).containsExactly("R1-1 1 13000");
    }

    @Test
    void aSettlementThatDoesNotFitLeavesTheResultsOfLaterDaysWhereTheyAre() {
        orderedAfterTheSettlement();
        here.tell(result("E1", "R1-1", DUE.plusDays(3), true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(refused(() -> settle(parts(950_000, 5_000)))).extracting(Problem::field).containsExactly("last.principal");
        assertThat(loans()).containsExactly("A1 952000 8000");
    }

    private void orderedAfterTheSettlement() {
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    @Test
    void whatTheBankTellsOfALaterDayIsNotDeductedOnceMore() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(0, 3_000))));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, Told.paid("A1", 1, DUE, 8_000, 952_000).with("paidOn", NEXT).with("hostSerial", "COUNTER").on(NEXT));
        assertThat(take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000)).refused()).isEmpty();
        assertThat(loans()).containsExactly("A1 952000 8000");
        assertThat(twice()).isEmpty();
    }

    @Test
    void theSameAmountsUnderAnotherSerialAreOtherMoneyWhicheverComesFirst() {
        deducted();
        take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "COUNTER9"));
        assertThat(twice()).containsExactly("R1-1 1 13000");
        assertThat(loans()).containsExactly("A1 952000 8000", "A2 952000 8000");
    }

    @Test
    void theSerialOfADeductionExplainsOnlyTheMoneyThereIsBesideOtherSerials() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "COUNTER9"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        take("F21", null, NEXT, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1").on(NEXT));
        assertThat(twice()).containsExactly("R1-1 1 13000");
    }

    @Test
    void aReportOfOneLoanMakesNoClaimOfTheBankOfTheOthersOfAResult() {
        deducted();
        report("B1", "KKE1", Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        assertThat(take("F20", null, DUE, Told.unpaid("A2", 1, DUE, 8_000, 960_000)).refused()).as("closed before the deduction").isEmpty();
        assertThat(loans()).containsExactly("A1 960000 0", "A2 952000 8000");
    }

    @Test
    void whatWasDeductedAndIsNotInTheLedgerAnyMoreIsNotDeductedAgain() {
        toldBeforeItsResult("H1");
        take("F20K", "F20", DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_NOT_IN_LEDGER);
            assertThat(problem.arguments()).containsExactly("R1", "13000", "0");
        });
        here.run("R3", Source.BANK_ACCOUNT, line(1, "A2"));
    }

    @Test
    void whatTheBankReportsAsTakenBackMayBeDeductedAgain() {
        toldBeforeItsResult("H1");
        report("B1", "F20", Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        assertThat(ledgers.lines("SELECT run_no || ' ' || state FROM repayment_deduction ORDER BY 1")).containsExactly("R1 done", "R2 issued");
    }

    @Test
    void moneyThatIsPaidTwiceIsBookedWhenTheOtherPaymentIsTakenBackAndNotDeductedAgain() {
        toldBeforeItsResult("COUNTER9");
        take("F20K", "F20", DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")))).extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_NOTHING_OWED);
    }

    @Test
    void moneyThatWasPaidTwiceAndGivenBackIsDeductedAgainWhenTheOtherPaymentIsTakenBack() {
        toldBeforeItsResult("COUNTER9");
        settleTwice();
        take("F20K", "F20", DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(refused(() -> here.run("R2", Source.BANK_ACCOUNT, line(1, "A1")))).as("another person has not confirmed it").extracting(Problem::code).containsExactly(FailureCode.DEDUCTION_NOT_IN_LEDGER);
        ledgers.in(() -> {
            here.desk.confirm(Gap.PAID_TWICE, "R1-1", 1, true, "wang.core");
            return true;
        });
        here.run("R3", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    private void settleTwice() {
        ledgers.in(() -> {
            here.desk.settle(Gap.PAID_TWICE, "R1-1", 1, TwiceOutcome.RETURNED, "D1", "li.core");
            return true;
        });
    }

    @Test
    void whatACorrectionForgotOfADeductionIsADifferenceTwoPeopleClear() {
        toldBeforeItsResult("H1");
        assertThat(differences()).isEmpty();
        take("F20K", "F20", DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(differences()).containsExactly("R1 A1 1 13000 not-in-ledger bank 2026-11-25 open");
        assertThat(refused(() -> settle(TwiceOutcome.RETURNED, "", "li.core"))).extracting(Problem::field).containsExactly("document");
        settle(TwiceOutcome.RETURNED, "退款单1", "li.core");
        assertThat(refused(() -> confirm("Li.Core"))).extracting(Problem::code).containsExactly(FailureCode.DUTIES_NOT_SEPARATED);
        confirm("wang.core");
        assertThat(differences()).containsExactly("R1 A1 1 13000 not-in-ledger bank 2026-11-25 returned 退款单1 wang.core");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    @Test
    void whatWasForgottenIsNoDifferenceWhenTheBankTellsOfItAfterAll() {
        toldBeforeItsResult("H1");
        take("F20K", "F20", DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        take("F21", null, NEXT, partlyPaid());
        assertThat(differences()).as("another payment is no part of it").containsExactly("R1 A1 1 13000 not-in-ledger bank 2026-11-25 open");
        report("B1", "F21", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1").on(NEXT));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatTheBankReportsAsTakenBackIsNoDifference() {
        toldBeforeItsResult("H1");
        report("B1", "F20", Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        assertThat(differences()).isEmpty();
    }

    private static Told partlyPaid() {
        Told unpaid = Told.unpaid("A1", 1, DUE, 8_000, 959_000).on(NEXT).with("result", "partly-paid").with("hostSerial", "H9");
        return new Told(unpaid.row().with("paid", Told.parts(1_000, 5_000)).with("unpaid", Told.parts(7_000, 0)).with("paidOn", NEXT.toString()).with("source", "bank-account"));
    }

    @Test
    void aResultForALoanThatWasPrepaidToNoughtUnderAnotherInstalmentPaysItsInterestAndTheRestIsPaidTwice() {
        prepaidToNought();
        here.tell(result("E1", "R1-1", NEXT, true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(loans()).containsExactly("A1 0 960000");
        assertThat(twice()).containsExactly("R1-1 1 8000");
        assertThat(owed()).isZero();
    }

    @Test
    void theBankMayTellThatNothingIsOwedOfAnInstalmentOnceItsPrincipalWasPaidAheadWithAnother() {
        prepaidToNought();
        Told gone = Told.paid("A1", 1, DUE, 0, 0).with("paidOn", NEXT).on(NEXT);
        assertThat(take("F22", null, NEXT.plusDays(1), gone.on(NEXT.plusDays(1))).refused()).isEmpty();
        assertThat(owed()).isZero();
        assertThat(take("F22K", "F22", NEXT.plusDays(1), withoutInterest(gone.on(NEXT.plusDays(1)))).refused()).extracting(told -> told.problem().code())
                .as("its interest was never paid").containsExactly(FailureCode.REPAYMENT_ARREARS_VANISHED);
    }

    @Test
    void aDayBeforeAPrepaymentToNoughtIsTakenLate() {
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, Told.paid("A1", 2, DUE.plusMonths(1), 960_000, 0).with("paidOn", NEXT).with("source", "prepayment").on(NEXT), Told.paid("A1", 1, DUE, 0, 0).with("paidOn", NEXT).on(NEXT));
        assertThat(take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000)).refused()).isEmpty();
        assertThat(owed()).isZero();
    }

    private void prepaidToNought() {
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, Told.paid("A1", 2, DUE.plusMonths(1), 960_000, 0).with("paidOn", NEXT).with("source", "prepayment").on(NEXT));
    }

    private static Told withoutInterest(Told told) {
        return new Told(told.row().with("paid", Told.parts(0, 0)));
    }

    private long owed() {
        return ledgers.count("SELECT sum(i.owed_fen) FROM repayment_instalments('2026-12-01', 'infinity') i");
    }

    @Test
    void aDeductionThatWasBookedAgainIsCorrectedUnderTheNumberOfItsResult() {
        deducted();
        take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(loans()).containsExactly("A1 952000 8000", "A2 952000 8000");
        report("B1", "KKE1", Told.unpaid("A1", 1, DUE, 8_000, 960_000));
        report("B2", "KKE1", Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(loans()).containsExactly("A1 960000 0", "A2 960000 0");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    @Test
    void aDeductionToldOfALaterDayIsCorrectedUnderTheNumberOfItsResult() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(NEXT));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        report("B1", "KKE1", Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(NEXT));
        assertThat(loans()).containsExactly("A1 960000 0");
    }

    @Test
    void aDeductionThatCannotBeBookedAgainIsADifferenceAndStopsNoFile() {
        deducted();
        Intake stubborn = ledgers.intakeThatBooksNothingAgain();
        FileResult file = ledgers.in(() -> stubborn.take(new TestFile(BANK, "F20", null, DUE, List.of(Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000))), false));
        assertThat(file.refused()).isEmpty();
        assertThat(loans()).containsExactly("A1 960000 0", "A2 960000 0");
        assertThat(differences()).containsExactlyInAnyOrder("R1 A1 1 13000 not-in-ledger bank 2026-11-26 open", "R1 A2 1 13000 not-in-ledger bank 2026-11-26 open");
    }

    private List<String> differences() {
        return ledgers.lines("SELECT concat_ws(' ', run_no, account_no, instalment, excess_fen, type, owner, due_on, coalesce(outcome, 'open'), document, confirmed_by) FROM repayment_fact_paid_twice");
    }

    private void settle(TwiceOutcome outcome, String document, String by) {
        ledgers.in(() -> {
            here.desk.settle(Gap.NOT_IN_LEDGER, "R1-1", 1, outcome, document, by);
            return true;
        });
    }

    private void confirm(String by) {
        ledgers.in(() -> {
            here.desk.confirm(Gap.NOT_IN_LEDGER, "R1-1", 1, true, by);
            return true;
        });
    }

    @Test
    void aLoanThatACorrectionLeftOutIsNotDeductedFromUntilItIsToldAgain() {
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, Told.unpaid("A1", 1, DUE, 8_000, 960_000), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        take("F20K", "F20", DUE, Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        assertThat(refused(() -> here.run("R1", Source.BANK_ACCOUNT, line(1, "A1")))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_LOAN_AWAITED);
            assertThat(problem.arguments()).containsExactly("2026-11-25", "更正文件遗漏或退回的行 / a row that a correction left out or that went back");
        });
        ledgers.clock.set("2026-11-26T02:00:00Z");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
    }

    @Test
    void aCaseEndsThoughAResultThatBroughtNothingOnALaterDayWasTakenOut() {
        AtomicInteger ids = new AtomicInteger();
        CollectionCases collection = Collectors.on(ledgers, () -> new MessageId("%06d".formatted(ids.incrementAndGet())));
        ledgers.clock.set("2026-11-23T02:00:00Z");
        take("F21", null, NEXT, Told.unpaid("A1", 1, DUE, 8_000, 960_000).on(NEXT));
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", DUE.plusDays(3), true, nothing(1, "A1")));
        ledgers.in(() -> collection.round(new CollectionRound(BANK)));
        assertThat(cases()).isEqualTo(1);
        take("F22", null, NEXT.plusDays(1), Told.paid("A1", 1, DUE, 8_000, 952_000).on(NEXT.plusDays(1)).with("paidOn", NEXT.plusDays(1)));
        ledgers.in(() -> collection.round(new CollectionRound(BANK)));
        assertThat(cases()).isZero();
    }

    private long cases() {
        return ledgers.count("SELECT count(*) FROM repayment_case WHERE closed_on IS NULL");
    }

    private void deducted() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), paid(2, "A2", parts(8_000, 5_000))));
        ledgers.clock.set("2026-11-23T02:00:00Z");
    }

    private void twoInstalments() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), new DeductionOrder.Line(2, "A1", 2, "6228000000000001", "沐示例", parts(8_000, 4_958), true, null));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), told(2, "A1", DeductionOutcome.PAID, parts(8_000, 4_958), "H2")));
        ledgers.clock.set("2026-11-23T02:00:00Z");
    }

    private void toldBeforeItsResult(String serial) {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        ledgers.clock.set("2026-11-21T02:00:00Z");
        take("F20", null, DUE, Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", serial), Told.unpaid("A2", 1, DUE, 8_000, 960_000));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), nothing(2, "A2")));
    }

    private void settle() {
        settle(parts(952_000, 100));
    }

    private void settle(InstalmentParts last) {
        Settlement told = new Settlement("JQ1", "A1", null, "HTA1", Settlement.How.EARLY, NEXT, NEXT, last, new Money(960_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
        ledgers.in(() -> ledgers.desk.settlement(new Incoming(BANK, new MessageId("M-JQ1"), ledgers.clock.instant(), told)));
    }

    private void report(String no, String corrects, Told row) {
        Content.Group content = Content.group().put("reportNo", no).put("corrects", corrects).put("row", row.row()).build();
        ledgers.in(() -> ledgers.desk.report(new Incoming(BANK, new MessageId("M-" + no), ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(content))));
    }

    private FileResult take(String no, String corrects, LocalDate day, Told... rows) {
        return ledgers.take(new TestFile(BANK, no, corrects, day, List.of(rows)));
    }

    private List<String> loans() {
        return ledgers.lines("SELECT concat_ws(' ', a.account_no, l.balance, l.paid_principal_fen) FROM repayment_loans('2026-12-01', 'infinity') l JOIN repayment_account a ON a.id = l.account ORDER BY 1");
    }

    private List<String> twice() {
        return ledgers.lines("SELECT concat_ws(' ', order_no, line_no, excess_fen) FROM repayment_paid_twice");
    }
}

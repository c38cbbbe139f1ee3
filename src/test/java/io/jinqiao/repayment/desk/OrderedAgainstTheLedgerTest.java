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

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Settlement;
import io.jinqiao.repayment.RegisterMandate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be ordered of an instalment is what the ledger says is owed of it. */
class OrderedAgainstTheLedgerTest {
    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles here;

    @BeforeEach
    void open() throws IOException {
        here = new Deductibles(home, "A1", "A2", "A3");
        ledgers = here.ledgers;
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void anInstalmentThatIsPaidIsNotDeductedAgain() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        ledgers.clock.set("2026-11-21T12:00:00Z");
        assertThat(told("R2", line(1, "A1"))).containsExactly("lines[0].instalment deduction.nothing_owed []");
        assertThat(told("R2", ordered(1, "A1", 1, penalty(1)))).containsExactly("lines[0].instalment deduction.nothing_owed []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1      | 0      | lines[0].due.principal deduction.not_what_is_owed [8000, 8000], lines[0].due.interest deduction.not_what_is_owed [5000, 5000]
            7999   | 5000   | lines[0].due.principal deduction.not_what_is_owed [8000, 8000]
            8000   | 5001   | lines[0].due.interest deduction.not_what_is_owed [5000, 5000]
            900000 | 5000   | lines[0].due.principal deduction.not_what_is_owed [8000, 8000]
            8000   | 120001 | lines[0].due.interest deduction.not_what_is_owed [5000, 5000], lines[0].due repayment.interest_implausible []
            """)
    void neitherLessNorMoreThanThePlanIsOrdered(long principal, long interest, String problems) {
        assertThat(String.join(", ", told("R1", ordered(1, "A1", 1, parts(principal, interest))))).isEqualTo(problems);
    }

    @Test
    void whatIsLeftOfAPartlyPaidInstalmentIsOrderedWholeAndPenaltyMayComeToIt() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        ledgers.clock.set("2026-11-25T12:00:00Z");
        assertThat(told("R2", ordered(1, "A1", 1, parts(1, 0)))).containsExactly("lines[0].due.principal deduction.not_what_is_owed [7000, 7000]");
        InstalmentParts late = new InstalmentParts(Money.ZERO, new Money(7_000), Money.ZERO, Money.ZERO, new Money(9), Money.ZERO);
        here.run("R2", Source.BANK_ACCOUNT, ordered(1, "A1", 1, late));
        here.tell(result("E2", "R2-1", LocalDate.of(2026, 11, 25), true, paid(1, "A1", late)));
        assertThat(instalments(LocalDate.of(2026, 11, 26))).containsExactly("A1 1 paid 13009 owed 0 balance 952000 on 2026-11-25");
    }

    @Test
    void twoInstalmentsOfOneLoanAreReckonedOneAfterTheOtherAndTakenInOneResult() {
        ledgers.clock.set("2026-12-20T12:00:00Z");
        LocalDate day = LocalDate.of(2026, 12, 20);
        DeductionOrder.Line second = ordered(2, "A1", 2, parts(8_000, 4_958));
        assertThat(told("R1", line(1, "A1"), ordered(2, "A1", 2, parts(8_000, 5_000)))).containsExactly("lines[1].due.interest deduction.not_what_is_owed [4958, 4958]");
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), second);
        here.tell(result("E1", "R1-1", day, true, paid(1, "A1", parts(8_000, 5_000)), paid(2, "A1", parts(8_000, 4_958))));
        assertThat(instalments(day)).containsExactly("A1 1 paid 13000 owed 0 balance 944000 on 2026-12-20", "A1 2 paid 12958 owed 0 balance 944000 on 2026-12-20");
    }

    @Test
    void whatWasNotPaidInTheMorningMayBePaidInTheEvening() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        here.tell(result("E1", "R1-1", true, nothing(1, "A1"), paid(2, "A2", parts(8_000, 5_000))));
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        here.tell(result("E2", "R2-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(instalments(DUE)).containsExactly("A1 1 paid 13000 owed 0 balance 952000 on 2026-11-20", "A2 1 paid 13000 owed 0 balance 952000 on 2026-11-20");
        correct("B1", "KKE1", Told.unpaid("A2", 1, DUE, 8_000, 960_000).row());
        assertThat(instalments(DUE)).as("what is corrected of the morning leaves the evening as it is")
                .containsExactly("A1 1 paid 13000 owed 0 balance 952000 on 2026-11-20", "A2 1 paid 0 owed 13000 balance 960000 on");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | R1 13000 | A1 2 paid 965000 owed 0 balance 0 on 2026-11-20
            5000 | R1 3000  | A1 1 paid 10000 owed 0 balance 0 on 2026-11-21, A1 2 paid 960000 owed 0 balance 5000 on 2026-11-20
            """)
    void whatIsDeductedBeyondTheBalanceOfALoanThatWasPrepaidMeanwhileIsPaidTwice(long balance, String twice, String instalments) {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-22T02:00:00Z");
        Told prepaid = Told.paid("A1", 2, DUE.plusMonths(1), 960_000 - balance, balance).on(DUE).with("paidOn", DUE).with("source", "prepayment");
        assertThat(ledgers.take(new TestFile(BANK, "F1", null, DUE, List.of(prepaid))).refused()).isEmpty();
        here.tell(result("E1", "R1-1", DUE.plusDays(1), true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(ledgers.lines("SELECT run_no || ' ' || excess_fen FROM repayment_fact_paid_twice")).containsExactly(twice);
        assertThat(String.join(", ", instalments(DUE.plusDays(2)))).isEqualTo(instalments);
    }

    @Test
    void moneyTheFileToldFirstUnderTheSameSerialOfTheHostIsTheSameMoney() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"), line(3, "A3"));
        ledgers.clock.set("2026-11-22T02:00:00Z");
        Told whole = Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1");
        Told part = Told.paid("A2", 1, DUE, 8_000, 959_000).with("hostSerial", "H2").with("result", "partly-paid");
        Told other = Told.paid("A3", 1, DUE, 8_000, 952_000).with("hostSerial", "X3");
        List<Told> rows = List.of(whole, new Told(part.row().with("paid", Told.parts(1_000, 5_000)).with("unpaid", Told.parts(7_000, 0))), other);
        assertThat(ledgers.take(new TestFile(BANK, "F1", null, DUE, rows)).refused()).isEmpty();
        here.tell(result("E1", "R1-1", DUE.plusDays(1), true, paid(1, "A1", parts(8_000, 5_000)), partly(2, "A2", parts(1_000, 5_000))));
        here.tell(result("E2", "R1-2", DUE.plusDays(1), true, paid(3, "A3", parts(8_000, 5_000))));
        assertThat(ledgers.lines("SELECT account_no || ' ' || excess_fen FROM repayment_fact_paid_twice")).as("another serial is other money").containsExactly("A3 13000");
        assertThat(instalments(DUE.plusDays(2))).containsExactly(
                "A1 1 paid 13000 owed 0 balance 952000 on 2026-11-20", "A2 1 paid 6000 owed 7000 balance 959000 on 2026-11-20", "A3 1 paid 13000 owed 0 balance 952000 on 2026-11-20");
        assertThat(ledgers.lines("SELECT deducted_fen::text FROM repayment_fact_run")).containsExactly("32000");
    }

    @Test
    void whatWasTakenBeforeItWasOrderedIsOtherMoneyWhateverItsSerial() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        ledgers.clock.set("2026-11-26T02:00:00Z");
        here.answer(here.propose("R1", "silent", "函2026-7"), true, "wang.core");
        here.run("R2", Source.BANK_ACCOUNT, line(1, "A1"));
        LocalDate day = LocalDate.of(2026, 11, 21);
        ledgers.take(new TestFile(BANK, "F1", null, day, List.of(Told.paid("A1", 1, DUE, 8_000, 952_000).on(day).with("paidOn", day).with("hostSerial", "H1"))));
        here.tell(result("E2", "R2-1", LocalDate.of(2026, 11, 26), true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(ledgers.lines("SELECT run_no || ' ' || excess_fen FROM repayment_fact_paid_twice")).containsExactly("R2 13000");
    }

    @Test
    void aRefusalOfTheLedgerNamesTheLineOfTheResult() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        ledgers.jdbc.sql("UPDATE repayment_account SET balance_on = ? WHERE account_no = 'A2'").param(DUE).update();
        assertThat(refused(() -> here.tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), paid(2, "A2", parts(8_000, 5_000)))))).extracting(OrderedAgainstTheLedgerTest::said)
                .containsExactly("lines[1].accountingDate repayment.date_implausible [2026-10-21, 2026-11-20]");
    }

    @Test
    void anInstalmentThatIsNotDueForLongIsNotOrdered() {
        assertThat(told("R1", ordered(1, "A1", 100, parts(8_000, 875)))).contains("lines[0].instalment repayment.instalment_unexpected [2035-02-20]");
        assertThat(told("R1", ordered(1, "A1", 121, parts(8_000, 5_000)))).containsExactly("lines[0].instalment field.number_out_of_range [1, 120]");
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19", "2026-12-22", "2036-01-01"})
    void aDayOfDeductionIsTodayOrSoon(LocalDate deductOn) {
        List<Problem> problems = refused(() -> here.runOn("R1", Source.BANK_ACCOUNT, deductOn, line(1, "A1")));
        assertThat(problems).extracting(OrderedAgainstTheLedgerTest::said).containsExactly("deductOn repayment.date_implausible [2026-11-20, 2026-12-21]");
    }

    @Test
    void aMandateThatHasEndedOpensNoFundBalanceWhateverDayIsNamed() {
        here.register(new RegisterMandate(BANK, "A1", "KJ1", DUE.minusDays(20), DUE.plusDays(10), "D1", "core"));
        ledgers.clock.set("2026-12-20T12:00:00Z");
        DeductionOrder.Line mandated = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ1");
        assertThat(refused(() -> here.runOn("R1", Source.FUND_BALANCE, DUE, mandated))).extracting(OrderedAgainstTheLedgerTest::said)
                .containsExactly("deductOn repayment.date_implausible [2026-12-20, 2027-01-20]");
        assertThat(refused(() -> here.run("R1", Source.FUND_BALANCE, mandated))).extracting(OrderedAgainstTheLedgerTest::said).containsExactly("lines[0].mandateNo deduction.mandate_missing []");
    }

    @Test
    void aResultIsNotOfADayBeforeTheDeductionNorOfOneToCome() {
        ledgers.clock.set("2026-12-10T12:00:00Z");
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        for (LocalDate day : List.of(DUE, LocalDate.of(2026, 12, 9), LocalDate.of(2026, 12, 11))) {
            assertThat(refused(() -> here.tell(result("E1", "R1-1", day, true, paid(1, "A1", parts(8_000, 5_000)))))).extracting(OrderedAgainstTheLedgerTest::said)
                    .containsExactly("accountingDate repayment.date_implausible [2026-12-10, 2026-12-10]");
        }
    }

    @Test
    void aNumberOfARunIsUsedForOneRun() {
        here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        assertThat(here.run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2")).outgoing()).as("the same again").isEmpty();
        assertThat(told("R1", line(1, "A1"))).containsExactly("runNo once.key_conflict []");
        assertThat(told("R1", line(1, "A1"), line(2, "A3"))).containsExactly("runNo once.key_conflict []");
        assertThat(refused(() -> here.runOn("R1", Source.BANK_ACCOUNT, DUE.plusDays(1), line(1, "A1"), line(2, "A2")))).extracting(OrderedAgainstTheLedgerTest::said)
                .containsExactly("runNo once.key_conflict []");
    }

    @Test
    void nothingIsOrderedOfALoanThatWasPaidOffOrWhosePaymentCameBack() {
        InstalmentParts all = parts(960_000, 5_000);
        Settlement settlement = new Settlement("JQA1", "A1", null, "HTA1", Settlement.How.EARLY, DUE, DUE, all, new Money(960_000), new Money(5_000), Settlement.Release.MORTGAGE, null);
        ledgers.in(() -> ledgers.desk.settlement(new Incoming(BANK, new MessageId("MS"), ledgers.clock.instant(), settlement)));
        DisbursementReturned back = new DisbursementReturned(
                "TH1", "FK1", "AP1", "A2", new Money(960_000), DUE, DUE, "H1", "H2", "990010000000000001", DisbursementReturned.Reason.ACCOUNT_CLOSED, null);
        ledgers.in(() -> ledgers.desk.returned(Outcome.accepted(Content.Group.EMPTY).with(new Consequence.Returned(BANK, back))));
        assertThat(told("R1", line(1, "A1"), line(2, "A2"))).containsExactly(
                "lines[0].loanAccountNo repayment.loan_ended [2026-11-20]", "lines[1].loanAccountNo repayment.loan_ended [2026-11-20]");
    }

    private void correct(String no, String corrects, Content.Group row) {
        Content.Group content = Content.group().put("reportNo", no).put("corrects", corrects).put("row", row).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), ledgers.clock.instant(), Operation.REPAYMENT_STATUS.read(content));
        ledgers.in(() -> ledgers.desk.report(incoming));
    }

    private List<String> told(String runNo, DeductionOrder.Line... lines) {
        return refused(() -> here.run(runNo, Source.BANK_ACCOUNT, lines)).stream().map(OrderedAgainstTheLedgerTest::said).toList();
    }

    private static String said(Problem problem) {
        return problem.field() + " " + problem.code().code() + " " + problem.arguments();
    }

    private List<String> instalments(LocalDate day) {
        return ledgers.lines("SELECT concat_ws(' ', a.account_no, i.instalment, 'paid', i.paid_fen, 'owed', i.owed_fen, 'balance', i.balance, 'on', i.paid_on)"
                + " FROM repayment_instalments('" + day + "', 'infinity') i JOIN repayment_account a ON a.id = i.account ORDER BY 1");
    }

    private static DeductionOrder.Line ordered(int lineNo, String account, int instalment, InstalmentParts due) {
        return new DeductionOrder.Line(lineNo, account, instalment, "6228000000000001", "沐示例", due, true, null);
    }

    private static InstalmentParts penalty(long fen) {
        return new InstalmentParts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, new Money(fen), Money.ZERO);
    }
}

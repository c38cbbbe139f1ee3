package io.jinqiao.repayment.desk;

import static io.jinqiao.repayment.desk.Deductibles.RULES;
import static io.jinqiao.repayment.desk.Deductibles.line;
import static io.jinqiao.repayment.desk.Deductibles.paid;
import static io.jinqiao.repayment.desk.Deductibles.partly;
import static io.jinqiao.repayment.desk.Deductibles.parts;
import static io.jinqiao.repayment.desk.Deductibles.refused;
import static io.jinqiao.repayment.desk.Deductibles.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.DeductionOrder;
import io.jinqiao.message.DeductionOrder.Source;
import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.DeductionResult;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.repayment.DeductInstalments;
import io.jinqiao.repayment.RegisterMandate;
import io.jinqiao.repayment.deduction.Waterfall;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deductions at a bank whose ledger the centre leads: ordered, told, and in the ledger. */
class DeductionDeskTest {
    private static final PartnerId BANK = new PartnerId("bank-a");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 20);
    @TempDir
    Path home;

    private Ledgers ledgers;
    private Deductibles deductibles;
    private Closings closings;
    private DeductionDesk desk;

    @BeforeEach
    void open() throws IOException {
        deductibles = new Deductibles(home, "A1", "A2", "A3");
        ledgers = deductibles.ledgers;
        closings = deductibles.closings;
        desk = deductibles.desk;
    }

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void aRunGoesOutInOrdersOfSoManyLinesWithTheAgreedWaterfallAndOnlyOnce() {
        Outcome outcome = run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"), line(3, "A3"));
        assertThat(outcome.outgoing()).hasSize(2);
        DeductionOrder first = (DeductionOrder) outcome.outgoing().get(0).message();
        assertThat(first.orderNo()).isEqualTo("R1-1");
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.total()).isEqualTo(new Money(26_000));
        assertThat(first.waterfall()).extracting(DeductionOrder.Rank::part).first().isEqualTo(DeductionOrder.Part.PENALTY);
        assertThat(run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"), line(3, "A3")).outgoing()).as("the same again").isEmpty();
        assertThat(refused(() -> run("R2", Source.BANK_ACCOUNT, line(1, "A1"))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_RUN_OPEN);
    }

    @Test
    void morePrincipalThanTheLoanOwesIsNeverOrdered() {
        DeductionOrder.Line line = line(1, "A1");
        InstalmentParts due = new InstalmentParts(new Money(959_999), new Money(2), new Money(5_000), Money.ZERO, Money.ZERO, Money.ZERO);
        DeductionOrder.Line tooMuch = new DeductionOrder.Line(line.lineNo(), line.loanAccountNo(), line.instalment(), line.accountNo(), line.accountName(), due, line.partial(), line.mandateNo());
        assertThat(refused(() -> run("R1", Source.BANK_ACCOUNT, tooMuch))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_MORE_THAN_BALANCE);
            assertThat(problem.field()).isEqualTo("lines[0].due");
            assertThat(problem.arguments()).containsExactly("960000");
        });
    }

    @Test
    void whatWasDeductedIsInTheLedgerAndTheRunIsClosedWhenNothingIsOpen() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        DeductionResult.Answer answer = tell(result("E1", "R1-1", false, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(answer).isEqualTo(new DeductionResult.Answer("E1", 1, 1));
        assertThat(facts()).containsExactly("A1 13000 0 bank-account paid M-E1");
        assertThat(ledgers.count("SELECT balance_fen FROM repayment_fact_loan WHERE account_no = 'A1'")).isEqualTo(952_000);
        assertThat(ledgers.lines("SELECT told || ' ' || (closed_at IS NULL) FROM repayment_fact_run")).containsExactly("1 true");
        tell(result("E2", "R1-1", true, new DeductionResult.Line(2, "A2", DeductionOutcome.INSUFFICIENT_FUNDS, InstalmentParts.NOTHING, null, null)));
        assertThat(facts()).containsExactly("A1 13000 0 bank-account paid M-E1", "A2 0 13000 insufficient-funds M-E2");
        assertThat(ledgers.lines("SELECT told || ' ' || (closed_at IS NULL) || ' ' || deducted_fen FROM repayment_fact_run")).containsExactly("2 false 13000");
        assertThat(run("R2", Source.BANK_ACCOUNT, line(1, "A2")).outgoing()).as("and another may begin").hasSize(1);
    }

    @Test
    void aReportCorrectsOneLineOfAResultAndLeavesTheOthersAsTheyAre() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), paid(2, "A2", parts(8_000, 5_000))));
        Content.Group unpaid = Told.unpaid("A1", 1, DUE, 8_000, 960_000).row();
        assertThat(refused(() -> correct("B1", "KKE1", Told.unpaid("A3", 1, DUE, 8_000, 960_000).row())).get(0).code()).as("none of its lines")
                .isEqualTo(FailureCode.REPAYMENT_CORRECTED_UNKNOWN);
        correct("B1", "KKE1", unpaid);
        assertThat(facts()).containsExactly("A1 0 13000 insufficient-funds M-B1", "A2 13000 0 bank-account paid M-E1");
        assertThat(ledgers.lines("SELECT told || ' ' || deducted_fen || ' ' || returned_fen FROM repayment_fact_run")).as("the run knows that it was taken back").containsExactly("2 13000 13000");
        assertThat(ledgers.lines("SELECT concat_ws(' ', account_no, paid_fen, returned_fen, return_message_id) FROM repayment_fact_deduction ORDER BY 1"))
                .containsExactly("A1 13000 13000 M-B1", "A2 13000 0");
        assertThat(ledgers.lines("SELECT split_part(file_no, '''', 1) || ' ' || rows FROM repayment_fact_file WHERE replaced_at IS NULL ORDER BY 1")).as("the other line stays what a result told")
                .containsExactly("B1 1", "KKE1 1");
        correct("B2", "B1", Told.paid("A1", 1, DUE, 8_000, 952_000).with("hostSerial", "H1").row());
        assertThat(ledgers.lines("SELECT deducted_fen || ' ' || returned_fen FROM repayment_fact_run")).containsExactly("26000 0");
        assertThat(facts()).as("and may be corrected itself").containsExactly("A1 13000 0 bank-account paid M-B2", "A2 13000 0 bank-account paid M-E1");
    }

    @Test
    void whatAReportTakesBackOfAnotherPaymentOfTheInstalmentIsNoneOfTheDeduction() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        ledgers.clock.set("2026-11-23T12:00:00Z");
        LocalDate last = DUE.plusDays(2);
        Told part = Told.paid("A1", 1, DUE, 8_000, 959_000).on(DUE.plusDays(1)).with("result", "partly-paid");
        Told before = new Told(part.with("hostSerial", "H1").row().with("paid", Told.parts(1_000, 5_000)).with("unpaid", Told.parts(7_000, 0)));
        Told all = Told.paid("A1", 1, DUE, 8_000, 952_000).on(last).with("paidOn", last);
        assertThat(ledgers.take(new TestFile(BANK, "F1", null, last, List.of(before, all))).refused()).isEmpty();
        Told less = new Told(all.row().with("paid", Told.parts(7_000, 5_000)).with("unpaid", Told.parts(1_000, 0)).with("balance", "953000").with("result", "partly-paid"));
        correct("B1", "F1", less.row());
        assertThat(ledgers.lines("SELECT deducted_fen || ' ' || returned_fen FROM repayment_fact_run")).containsExactly("6000 0");
    }

    @Test
    void aLineThatWasToldOnceMoreIsNotTakenBackWithAnotherOfItsFirstResult() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000)), paid(2, "A2", parts(8_000, 5_000))));
        run("R2", Source.BANK_ACCOUNT, new DeductionOrder.Line(1, "A1", 1, "6228000000000001", "沐示例", parts(7_000, 0), true, null));
        tell(result("E2", "R2-1", true, paid(1, "A1", parts(7_000, 0))));
        correct("B1", "KKE1", Told.unpaid("A2", 1, DUE, 8_000, 960_000).row());
        assertThat(ledgers.lines("SELECT concat_ws(' ', run_no, account_no, paid_fen, returned_fen) FROM repayment_fact_deduction ORDER BY 1"))
                .containsExactly("R1 A1 6000 0", "R1 A2 13000 13000", "R2 A1 7000 0");
    }

    @Test
    void whatWasTakenBackIsOwedAndOrderedAgain() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"), line(2, "A2"));
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000)), paid(2, "A2", parts(8_000, 5_000))));
        correct("B1", "KKE1", Told.unpaid("A1", 1, DUE, 8_000, 960_000).row());
        assertThat(run("R2", Source.BANK_ACCOUNT, line(1, "A1")).outgoing()).hasSize(1);
    }

    @Test
    void aNumberOfAResultIsNeitherThatOfAnotherResultNorOfAReport() {
        assertThat(refused(() -> correct("KKE1", null, Told.unpaid("A3", 1, DUE, 8_000, 960_000).row()))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.FIELD_WRONG_FORM);
            assertThat(problem.field()).isEqualTo("reportNo");
        });
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        run("R2", Source.BANK_ACCOUNT, line(1, "A2"));
        assertThat(refused(() -> tell(result("E1", "R2-1", true, paid(1, "A2", parts(8_000, 5_000)))))).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.KEY_CONFLICT);
            assertThat(problem.field()).isEqualTo("resultNo");
        });
    }

    private void correct(String no, @Nullable String corrects, Content.Group row) {
        Content.Group content = Content.group().put("reportNo", no).put("corrects", corrects).put("row", row).build();
        Incoming incoming = new Incoming(BANK, new MessageId("M-" + no), Instant.parse("2026-11-20T14:00:00Z"), Operation.REPAYMENT_STATUS.read(content));
        ledgers.in(() -> ledgers.desk.report(incoming));
    }

    @Test
    void aLoanPaidOutOnTheThirtyFirstIsDueOnThatDayAgainAfterAShorterMonth() {
        ledgers.clock.set("2026-12-31T12:00:00Z");
        ledgers.open(Deductibles.loan(BANK, "A4", LocalDate.of(2026, 8, 31)));
        DeductionOrder.Line line = line(1, "A4");
        LocalDate day = LocalDate.of(2026, 12, 31);
        DeductionOrder.Line fourth = new DeductionOrder.Line(1, "A4", 4, line.accountNo(), line.accountName(), parts(8_000, 4_875), true, null);
        ledgers.in(() -> desk.run(new DeductInstalments("R1", BANK, Source.BANK_ACCOUNT, day, List.of(fourth), "core")));
        tell(new DeductionResult("E1", "R1-1", null, day, true, 1, new Money(12_875), List.of(paid(1, "A4", parts(8_000, 4_875)))));
        assertThat(ledgers.lines("SELECT due_on::text FROM repayment_fact_instalment WHERE account_no = 'A4'")).containsExactly("2026-12-31");
    }

    @Test
    void aPartIsUsedInTheAgreedOrderAndTheRestIsDeductedLater() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        assertThat(refused(() -> tell(result("E1", "R1-1", true, partly(1, "A1", parts(6_000, 0))))).get(0).arguments().get(0)).contains("principal 1000").contains("interest 5000");
        tell(result("E1", "R1-1", true, partly(1, "A1", parts(1_000, 5_000))));
        assertThat(facts()).containsExactly("A1 6000 7000 bank-account partly-paid M-E1");
        ledgers.clock.set("2026-11-21T12:00:00Z");
        DeductionOrder.Line rest = new DeductionOrder.Line(1, "A1", 1, "6228000000000001", "沐示例", parts(7_000, 0), true, null);
        run("R2", Source.BANK_ACCOUNT, rest);
        tell(new DeductionResult("E2", "R2-1", null, DUE.plusDays(1), true, 1, new Money(7_000), List.of(paid(1, "A1", parts(7_000, 0)))));
        assertThat(facts()).containsExactly("A1 13000 0 bank-account paid M-E2");
        assertThat(ledgers.count("SELECT balance_fen FROM repayment_fact_loan WHERE account_no = 'A1'")).isEqualTo(952_000);
    }

    @Test
    void aFundBalanceIsTouchedOnlyUnderThatPersonsMandateInForce() {
        DeductionOrder.Line mandated = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ1");
        assertThat(refused(() -> run("R1", Source.FUND_BALANCE, mandated)).get(0).code()).isEqualTo(FailureCode.DEDUCTION_MANDATE_MISSING);
        register(new RegisterMandate(BANK, "A2", "KJ2", DUE, null, "D2", "core"));
        register(new RegisterMandate(BANK, "A1", "KJ1", DUE.plusDays(1), null, "D1", "core"));
        assertThat(refused(() -> run("R1", Source.FUND_BALANCE, mandated)).get(0).field()).as("not yet").isEqualTo("lines[0].mandateNo");
        DeductionOrder.Line anothers = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ2");
        assertThat(refused(() -> run("R1", Source.FUND_BALANCE, anothers)).get(0).code()).isEqualTo(FailureCode.DEDUCTION_MANDATE_MISSING);
        register(new RegisterMandate(BANK, "A1", "KJ3", DUE, DUE, "D3", "core"));
        DeductionOrder.Line good = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ3");
        run("R1", Source.FUND_BALANCE, good);
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(facts()).containsExactly("A1 13000 0 fund-balance paid M-E1");
        ledgers.in(() -> {
            desk.endMandate(BANK, "KJ3", DUE, "core");
            return true;
        });
        assertThat(refused(() -> run("R2", Source.FUND_BALANCE, good)).get(0).code()).as("ended").isEqualTo(FailureCode.DEDUCTION_MANDATE_MISSING);
    }

    @Test
    void aRunOnFundBalancesAndOneOnBankAccountsAreNeverOpenTogetherHoweverTheyRace() throws Exception {
        register(new RegisterMandate(BANK, "A1", "KJ1", DUE, null, "D1", "core"));
        DeductionOrder.Line mandated = new DeductionOrder.Line(1, "A1", 1, "990100000001", "沐示例", parts(8_000, 5_000), true, "KJ1");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 15; round++) {
                String no = "RACE" + round;
                List<Callable<Boolean>> both = List.of(
                        () -> opened(no + "F", Source.FUND_BALANCE, mandated), () -> opened(no + "B", Source.BANK_ACCOUNT, line(1, "A2")),
                        () -> opened(no + "G", Source.FUND_BALANCE, mandated), () -> opened(no + "C", Source.BANK_ACCOUNT, line(1, "A3")));
                long won = 0;
                for (Future<Boolean> one : threads.invokeAll(both)) {
                    won += one.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
                assertThat(ledgers.count("SELECT count(*) FROM repayment_run WHERE closed_at IS NULL")).isEqualTo(1);
                ledgers.jdbc.sql("UPDATE repayment_run SET closed_at = now() WHERE closed_at IS NULL").update();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean opened(String runNo, Source source, DeductionOrder.Line line) {
        return catchThrowableOfType(Refusal.class, () -> run(runNo, source, line)) == null;
    }

    @Test
    void anOrderTheBankDoesNotTakeClosesItsRun() {
        DeductionOrder order = (DeductionOrder) run("R1", Source.BANK_ACCOUNT, line(1, "A1")).outgoing().get(0).message();
        ledgers.in(() -> desk.answered(new Answered(BANK, new MessageId("M1"), order, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "x"))))));
        assertThat(ledgers.lines("SELECT state || ' ' || refused FROM repayment_fact_deduction")).containsExactly("refused partner.refused");
        assertThat(run("R2", Source.BANK_ACCOUNT, line(1, "A1")).outgoing()).hasSize(1);
    }

    @Test
    void anAnswerNobodyKnowsLeavesTheRunOpen() {
        DeductionOrder order = (DeductionOrder) run("R1", Source.BANK_ACCOUNT, line(1, "A1")).outgoing().get(0).message();
        ledgers.in(() -> desk.answered(new Answered(BANK, new MessageId("M1"), order, new Reply.Unknown(Reply.Cause.SILENT, "", null))));
        assertThat(refused(() -> run("R2", Source.BANK_ACCOUNT, line(1, "A1"))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_RUN_OPEN);
    }

    @Test
    void aRunItsBankTellsNothingOfIsToldOnceAndClosedByTwoPeopleWithAReason() {
        DeductionOrder order = (DeductionOrder) run("R1", Source.BANK_ACCOUNT, line(1, "A1")).outgoing().get(0).message();
        ledgers.in(() -> desk.answered(new Answered(
                BANK, new MessageId("M1"), order, new Reply.Accepted(new DeductionOrder.Answer("R1-1", "B1", DUE.plusDays(3)).content()))));
        ledgers.clock.set("2026-11-26T12:00:00Z");
        assertThat(closings.look()).as("the bank named the 23rd; three working days after it have not passed").isEmpty();
        ledgers.clock.set("2026-11-26T16:00:00Z");
        assertThat(closings.look()).containsExactly("R1");
        assertThat(closings.look()).as("told once").isEmpty();
        assertThat(ledgers.lines("SELECT late_since FROM repayment_fact_run")).containsExactly("2026-11-26");
        assertThat(refused(() -> propose("R1", " ")).get(0).field()).isEqualTo("reason");
        assertThat(refused(() -> propose("NONE", "no such run")).get(0).code()).isEqualTo(FailureCode.DEDUCTION_RUN_CLOSED);
        long number = propose("R1", "银行书面答复：批次未受理");
        assertThat(refused(() -> propose("R1", "again")).get(0).code()).isEqualTo(FailureCode.DEDUCTION_CLOSING_WAITS);
        assertThat(refused(() -> answer(number, true, "li.core")).get(0).code()).as("the same person").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> run("R2", Source.BANK_ACCOUNT, line(1, "A2"))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_RUN_OPEN);
        answer(number, true, "wang.core");
        assertThat(refused(() -> answer(number, true, "wang.core")).get(0).code()).isEqualTo(FailureCode.ALREADY_ANSWERED);
        assertThat(ledgers.lines("SELECT state FROM repayment_fact_deduction")).containsExactly("given-up");
        assertThat(run("R2", Source.BANK_ACCOUNT, line(1, "A2")).outgoing()).as("another may begin").hasSize(1);
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(facts()).as("money that was deducted after all is in the ledger").containsExactly("A1 13000 0 bank-account paid M-E1");
        assertThat(ledgers.lines("SELECT run_no || ' ' || (closed_at IS NULL) FROM repayment_fact_run ORDER BY run_no")).containsExactly("R1 false", "R2 true");
    }

    @Test
    void aDayItsBankNamesForAResultIsBelievedForAMonthAndNoLonger() {
        DeductionOrder order = (DeductionOrder) run("R1", Source.BANK_ACCOUNT, line(1, "A1")).outgoing().get(0).message();
        ledgers.in(() -> desk.answered(new Answered(
                BANK, new MessageId("M1"), order, new Reply.Accepted(new DeductionOrder.Answer("R1-1", "B1", LocalDate.of(2062, 11, 20)).content()))));
        ledgers.clock.set("2026-12-24T12:00:00Z");
        assertThat(closings.look()).as("31 days and three working days have not passed").isEmpty();
        ledgers.clock.set("2026-12-24T16:00:00Z");
        assertThat(closings.look()).containsExactly("R1");
        answer(propose("R1", "silent"), true, "wang.core");
        assertThat(run("R2", Source.BANK_ACCOUNT, line(1, "A2")).outgoing()).hasSize(1);
    }

    @Test
    void aClosingThatIsTurnedDownLeavesTheRunOpenAndMayBeProposedAgain() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"));
        assertThat(refused(() -> propose("R1", "too early")).get(0)).as("its results may come until the 25th").satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(FailureCode.DEDUCTION_RUN_NOT_LATE);
            assertThat(problem.arguments()).containsExactly("2026-11-25");
        });
        ledgers.clock.set("2026-11-26T01:00:00Z");
        answer(propose("R1", "why not"), false, "wang.core");
        assertThat(ledgers.count("SELECT count(*) FROM repayment_fact_run WHERE closed_at IS NULL")).isEqualTo(1);
        long second = propose("R1", "the bank says it never had it");
        tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(refused(() -> answer(second, true, "wang.core")).get(0).code()).as("it ended by itself meanwhile").isEqualTo(FailureCode.DEDUCTION_RUN_CLOSED);
    }

    private long propose(String runNo, String reason) {
        return deductibles.propose(runNo, reason, null);
    }

    private void answer(long number, boolean confirmed, String by) {
        deductibles.answer(number, confirmed, by);
    }

    @Test
    void whatDoesNotFitTheOrderIsRefusedWholeWithEveryLine() {
        run("R1", Source.BANK_ACCOUNT, line(1, "A1"), new DeductionOrder.Line(2, "A2", 1, "6228000000000001", "沐示例", parts(8_000, 5_000), false, null));
        List<Problem> problems = refused(() -> tell(result(
                "E1", "R1-1", true, paid(1, "A1", parts(8_001, 5_000)), partly(2, "A2", parts(0, 5_000)), paid(3, "A3", parts(1, 0)))));
        assertThat(problems).extracting(problem -> problem.field() + " " + problem.code().code()).containsExactly(
                "lines[0].paid deduction.more_than_due", "lines[1].paid deduction.not_partial", "lines[2].lineNo deduction.line_unknown");
        assertThat(facts()).isEmpty();
        assertThat(refused(() -> tell(result("E1", "R1-1", true, paid(1, "A1", parts(8_000, 5_000))))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_LINES_OPEN);
        assertThat(facts()).as("nothing is left of it").isEmpty();
        tell(result("E1", "R1-1", false, paid(1, "A1", parts(8_000, 5_000))));
        assertThat(refused(() -> tell(result("E2", "R1-1", false, paid(1, "A1", parts(8_000, 5_000))))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_LINE_TOLD);
        assertThat(refused(() -> tell(result("E3", "NONE", false, paid(1, "A1", parts(8_000, 5_000))))).get(0).code()).isEqualTo(FailureCode.DEDUCTION_ORDER_UNKNOWN);
    }

    @Test
    void aBankThatLeadsItsLedgerIsToldNothing() {
        assertThat(refused(() -> ledgers.in(() -> desk.run(new DeductInstalments("R1", new PartnerId("bank-b"), Source.BANK_ACCOUNT, DUE, List.of(line(1, "A1")), "core")))).get(0).code())
                .isEqualTo(FailureCode.DEDUCTION_LEDGER_LED_BY_BANK);
        assertThat(refused(() -> run("R1", Source.BANK_ACCOUNT, line(1, "NONE"), line(2, "A1"), line(3, "A1")))).extracting(Problem::field)
                .containsExactly("lines[0].loanAccountNo", "lines[2].instalment");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 0 0 0 0 0", "100, 0 0 0 0 100 0", "350, 0 0 0 0 300 50", "1000, 0 200 0 400 300 100", "2500, 300 800 600 400 300 100", "9999, 1000 800 600 400 300 100"})
    void theWaterfallFillsEachRankBeforeTheNext(long amount, String expected) {
        InstalmentParts due = new InstalmentParts(new Money(1_000), new Money(800), new Money(600), new Money(400), new Money(300), new Money(100));
        Waterfall waterfall = new Agreements(new Sources(home)).with(BANK).deduction().order();
        InstalmentParts p = waterfall.pay(due, new Money(amount));
        assertThat(p.principal().fen() + " " + p.overduePrincipal().fen() + " " + p.interest().fen() + " " + p.overdueInterest().fen() + " " + p.penalty().fen() + " " + p.fine().fen())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [penalty, overdue-interest, overdue-principal, interest, principal] | [penalty, penalty, overdue-principal, interest, principal]   | unique
            [penalty, overdue-interest, overdue-principal, interest, principal] | [penalty, overdue-interest, overdue-principal, interest]     | 5
            [penalty, overdue-interest, overdue-principal, interest, principal] | [penalty, overdue-interest, overdue-principal, interest, principle] | principle
            deduction: {waterfall                                               | reduction: {waterfall                                         | deduction
            """)
    void fiveRanksThatDifferAreAskedForInTheAgreement(String from, String to, String what) throws IOException {
        Deductibles.write(home, RULES.replace(from, to));
        RulebookException refused = catchThrowableOfType(RulebookException.class, () -> new Agreements(new Sources(home)));
        assertThat(refused.problems()).extracting(RuleProblem::what).anySatisfy(told -> assertThat(told).contains(what));
        assertThat(refused.problems()).allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }

    private Outcome run(String runNo, Source source, DeductionOrder.Line... lines) {
        return deductibles.run(runNo, source, lines);
    }

    private void register(RegisterMandate mandate) {
        ledgers.in(() -> {
            desk.registerMandate(mandate);
            return true;
        });
    }

    private DeductionResult.Answer tell(DeductionResult result) {
        return deductibles.tell(result);
    }

    private List<String> facts() {
        return ledgers.lines("SELECT concat_ws(' ', account_no, paid_fen, owed_fen, source, result, message_id) FROM repayment_fact_instalment ORDER BY account_no");
    }
}

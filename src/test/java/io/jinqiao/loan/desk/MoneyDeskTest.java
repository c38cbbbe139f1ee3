package io.jinqiao.loan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.model.ChangeMoney;
import io.jinqiao.loan.model.MoneyTrack;
import io.jinqiao.loan.model.Step;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a loan was paid out, the bank says and nobody else. */
class MoneyDeskTest {
    private static final Officer CASHIER = new Officer("qian", "approver");
    private static final PayLoan.Instruction SAID = new PayLoan.Instruction(
            "HB-1", new DisbursementInstruction.Payer("样例市住房公积金管理中心", "990010000000000001", "105000000000"), LocalDate.of(2026, 11, 30), 20);
    private Desk desk;
    private String no;

    @BeforeEach
    void readyToPay() {
        desk = new Desk();
        no = desk.reviewed(Applications.good().build());
        desk.approve(no);
        desk.jdbc.sql("UPDATE loan_loan SET contract = 'in-force', contract_no = 'JK-1', contract_signed_on = DATE '2026-11-25', contract_opinion_no = opinion_no, contract_fen = approved_fen, security = 'registered',"
                        + " pieces = ARRAY['mortgage'] WHERE acceptance_no = ?")
                .param(no)
                .update();
        pay(PayLoan.Step.PROPOSED, null, CASHIER);
        pay(PayLoan.Step.CONFIRMED, null, Desk.APPROVER);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theInstructionSaysWhatWasApprovedAndSignedAndThePaymentOpensTheLedger() {
        Outcome sent = pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER);
        DisbursementInstruction told = (DisbursementInstruction) sent.outgoing().get(0).message();
        assertThat(told.contractNo()).isEqualTo("JK-1");
        assertThat(told.amount()).isEqualTo(Applications.good().build().terms().amount());
        assertThat(told.payee().accountNo()).isEqualTo(Applications.good().build().accounts().payeeAccountNo());
        assertThat(told.payee().kind()).isEqualTo(Applications.good().build().accounts().payeeKind());
        assertThat(told.paysAgain()).isNull();
        assertThat(desk.fact(no, "money")).isEqualTo("sent");
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER))).as("once").containsExactly("LOAN_STATE_FORBIDS");

        Outcome paid = answered(told, accepted(told));
        assertThat(paid.consequences()).singleElement().isInstanceOfSatisfying(Consequence.Disbursed.class, one -> assertThat(one.answer().loanAccountNo()).isEqualTo("DK-1"));
        assertThat(desk.fact(no, "money")).isEqualTo("disbursed");
        assertThat(disbursement()).isEqualTo("paid M-1 S-1 B-1 H-1 DK-1 2026-11-30 2026-11-30 2026-12-20");
        assertThat(answered(told, accepted(told)).consequences()).as("told again").isEmpty();
    }

    @Test
    void nobodyKnowsIsAnOutcomeAndIsLeftByWhatIsFoundOut() {
        DisbursementInstruction told = (DisbursementInstruction) pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER).outgoing().get(0).message();
        answered(told, new Reply.Unknown(Reply.Cause.SILENT, "", null));
        answered(told, new Reply.Unknown(Reply.Cause.SILENT, "", null));
        assertThat(desk.fact(no, "money")).isEqualTo("unknown");
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER))).as("never twice").containsExactly("LOAN_STATE_FORBIDS");
        assertThat(answered(told, accepted(told)).consequences()).hasSize(1);
        assertThat(desk.fact(no, "money")).isEqualTo("disbursed");
    }

    @Test
    void aRefusalLetsTwoPeopleApproveItAnew() {
        DisbursementInstruction told = (DisbursementInstruction) pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER).outgoing().get(0).message();
        answered(told, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "x"))));
        assertThat(desk.fact(no, "money")).isEqualTo("failed");
        assertThat(disbursement()).startsWith("failed M-1");
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER))).containsExactly("LOAN_STATE_FORBIDS");
        pay(PayLoan.Step.PROPOSED, null, CASHIER);
        pay(PayLoan.Step.CONFIRMED, null, Desk.APPROVER);
        assertThat(pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER).outgoing()).hasSize(1);
    }

    @Test
    void aPaymentThatComesBackIsPaidAgainOnlyWhenTwoPeopleApproveItAnew() {
        DisbursementInstruction told = paid();
        Outcome back = returned("TH-1", told, told.amount().fen(), "H-1", "DK-1");
        assertThat(DisbursementReturned.Answer.of(((Reply.Accepted) back.reply()).content()).state()).isEqualTo("payment-returned");
        assertThat(back.consequences()).singleElement().isInstanceOf(Consequence.Returned.class);
        assertThat(desk.fact(no, "money")).isEqualTo("returned");
        assertThat(desk.jdbc.sql("SELECT concat_ws(' ', return_no, amount_fen, reason, message_id IS NOT NULL) FROM loan_fact_return WHERE acceptance_no = ?").param(no).query(String.class).list())
                .containsExactly("TH-1 " + told.amount().fen() + " name-mismatch t");
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER))).containsExactly("LOAN_STATE_FORBIDS");
        pay(PayLoan.Step.PROPOSED, null, CASHIER);
        pay(PayLoan.Step.CONFIRMED, null, Desk.APPROVER);
        DisbursementInstruction again = (DisbursementInstruction) pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER).outgoing().get(0).message();
        assertThat(again.paysAgain()).isEqualTo(told.instructionNo());
    }

    /** What is held for the registry ends with the payment. */
    @Test
    void aPaymentThatIsReversedEndsWhatIsHeldAndTheLoanSaysSo() {
        paid();
        desk.jdbc.sql("UPDATE loan_loan SET security = 'held' WHERE acceptance_no = ?").param(no).update();
        Step step = desk.inOneCommit(() -> new Movements(desk.store, desk.clock).move(desk.store.get(no), new ChangeMoney(MoneyTrack.REVERSED, "CZ-1"), null));
        assertThat(Movements.consequences(step)).containsExactly(new Consequence.Ended(Desk.BANK, step.loan().applicationNo(), "reversed"));
        assertThat(desk.fact(no, "word") + "/" + desk.fact(no, "security")).isEqualTo("payment-reversed/destroyed");
        assertThat(desk.events(no)).endsWith("security-destroyed", "money-changed");
    }

    @Test
    void aReturnThatIsNotOfThatPaymentIsRefusedWithEverythingWrong() {
        DisbursementInstruction told = paid();
        assertThat(Desk.refusal(() -> returned("TH-1", told, told.amount().fen() + 1, "H-9", "DK-9")))
                .containsExactly("FIELDS_DISAGREE@loanAccountNo", "FIELDS_DISAGREE@originalHostSerial", "AMOUNT_OUT_OF_RANGE@amount");
        DisbursementInstruction another = (DisbursementInstruction) Operation.DISBURSEMENT_INSTRUCTION.read(told.content().with("instructionNo", "FK-NONE"));
        assertThat(Desk.refusal(() -> returned("TH-1", another, told.amount().fen(), "H-1", "DK-1"))).containsExactly("LOAN_PAYMENT_UNKNOWN@instructionNo");
        assertThat(desk.fact(no, "money")).isEqualTo("disbursed");
    }

    @Test
    void aPartThatComesBackLeavesTheLoanWhereItIsUntilTheRestDoes() {
        DisbursementInstruction told = paid();
        assertThat(returned("TH-1", told, 1_000, "H-1", "DK-1").consequences()).isEmpty();
        assertThat(desk.fact(no, "money")).isEqualTo("disbursed");
        assertThat(Desk.refusal(() -> returned("TH-2", told, told.amount().fen(), "H-1", "DK-1"))).containsExactly("AMOUNT_OUT_OF_RANGE@amount");
        returned("TH-2", told, told.amount().fen() - 1_000, "H-1", "DK-1");
        assertThat(desk.fact(no, "money")).isEqualTo("returned");
    }

    @Test
    void aSettlementEndsTheMoneyOnceAndALoanOlderThanTheGatewayHasNone() {
        DisbursementInstruction told = paid();
        Outcome end = settled(told.applicationNo());
        assertThat(((Reply.Accepted) end.reply()).content().text("receiptNo")).isEqualTo("JQ-JQ1");
        assertThat(desk.fact(no, "money")).isEqualTo("settled");
        assertThat(Desk.refusal(() -> settled(told.applicationNo()))).containsExactly("LOAN_STATE_FORBIDS");
        assertThat(settled(null).reply().isAccepted()).isTrue();
    }

    private DisbursementInstruction paid() {
        DisbursementInstruction told = (DisbursementInstruction) pay(PayLoan.Step.INSTRUCTED, SAID, CASHIER).outgoing().get(0).message();
        answered(told, accepted(told));
        return told;
    }

    private Outcome returned(String returnNo, DisbursementInstruction told, long fen, String serial, String account) {
        LocalDate on = LocalDate.of(2026, 12, 3);
        DisbursementReturned returned = new DisbursementReturned(
                returnNo, told.instructionNo(), told.applicationNo(), account, new Money(fen), on, on, serial, "HR-" + returnNo, "990010000000000001", DisbursementReturned.Reason.NAME_MISMATCH, null);
        return desk.inOneCommit(() -> desk.loans.returned(desk.from(Desk.BANK, returned)));
    }

    private Outcome settled(@Nullable String applicationNo) {
        LocalDate on = LocalDate.of(2027, 6, 1);
        Settlement settlement = new Settlement(
                "JQ1", "DK-1", applicationNo, "JK-1", Settlement.How.EARLY, on, on, InstalmentParts.NOTHING, new Money(1), Money.ZERO, Settlement.Release.MORTGAGE, null);
        return desk.inOneCommit(() -> desk.loans.settled(desk.from(Desk.BANK, settlement)));
    }

    @Test
    void whatTheLoanDoesNotKnowMustBeSaid() {
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.INSTRUCTED, null, CASHIER))).containsExactly("FIELD_MISSING@instruction");
    }

    private Outcome pay(PayLoan.Step step, PayLoan.@Nullable Instruction instruction, Officer by) {
        return desk.inOneCommit(() -> desk.loans.pay(new PayLoan(no, step, null, instruction, by)));
    }

    private Outcome answered(DisbursementInstruction told, Reply reply) {
        return desk.inOneCommit(() -> desk.loans.disbursed(new Answered(Desk.BANK, new MessageId("M-1"), told, reply)));
    }

    private static Reply accepted(DisbursementInstruction told) {
        LocalDate on = LocalDate.of(2026, 11, 30);
        return new Reply.Accepted(new DisbursementInstruction.Answer(told.instructionNo(), "S-1", "B-1", "H-1", "DK-1", on, on, LocalDate.of(2026, 12, 20)).content());
    }

    private String disbursement() {
        return desk.jdbc.sql("SELECT concat_ws(' ', outcome, message_id, sender_serial, hub_serial, host_serial, account_no, disbursed_on, accounting_date, first_due_on)"
                        + " FROM loan_fact_disbursement WHERE acceptance_no = ?")
                .param(no)
                .query(String.class)
                .single();
    }
}

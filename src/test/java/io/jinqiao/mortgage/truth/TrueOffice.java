package io.jinqiao.mortgage.truth;

import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.desk.Desk;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.mortgage.desk.Doors;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** People of the centre and of the bank: they approve, take back, sign and pay. What the loan does not allow is refused to them. */
final class TrueOffice {
    private static final Officer CASHIER = new Officer("qian", "approver");
    private static final byte[] CONFIRMATION = {1};
    private static final PayLoan.Instruction SAID =
            new PayLoan.Instruction("HB-1", new DisbursementInstruction.Payer("样例市住房公积金管理中心", "990010000000000001", "105000000000"), LocalDate.of(2026, 11, 30), 20);

    private final Desk desk;
    private final Doors doors;
    private final Consumer<Supplier<Outcome>> does;
    private int numbers;

    /** @param does in one commit with all that follows from it */
    TrueOffice(Desk desk, Doors doors, Consumer<Supplier<Outcome>> does) {
        this.desk = desk;
        this.doors = doors;
        this.does = does;
    }

    /** @param part of what was applied for */
    void approve(TrueLoan loan, int part) {
        desk.review(loan.acceptanceNo, ReviewLoan.Stage.SECOND);
        Money amount = new Money(loan.application.terms().amount().fen() / part);
        loan.approved = Objects.requireNonNull(desk.approve(loan.acceptanceNo, amount, loan.application.terms().months()).approved());
    }

    void confirmed(TrueLoan loan) {
        desk.upload(loan.number(), "borrower-confirmation", CONFIRMATION);
    }

    void guaranteed(TrueLoan loan) {
        if (loan.preSold) {
            List.of(SecureLoan.Piece.STAGE_GUARANTEE, SecureLoan.Piece.PROJECT_ADMITTED).forEach(piece -> does(() -> desk.loans.secure(new SecureLoan(loan.acceptanceNo, piece, "x", Desk.APPROVER))));
        }
    }

    void contract(TrueLoan loan) {
        String no = "JK-" + loan.number() + "-" + ++loan.contracts;
        ApprovedLoan approved = Objects.requireNonNull(loan.approved);
        does(() -> desk.loans.contractSigned(desk.from(Desk.BANK, new ContractSigned(
                no, loan.number(), approved.opinionNo(), loan.application.borrower().identity().number(), approved.amount(), approved.months(), approved.rateVersion(),
                loan.application.accounts().payeeAccountNo(), Applications.DAY))));
        does(() -> doors.registrations.follow(desk.loans.sealContract(new SealContract(loan.acceptanceNo, no, Desk.APPROVER))));
    }

    void revoke(TrueLoan loan) {
        RevokeOpinion command = new RevokeOpinion(loan.number(), Desk.BANK, "利率有误", "zhao");
        desk.inOneCommit(() -> {
            desk.loans.revokeOpinion(command);
            return doors.registrations.revoked(command);
        });
        loan.approved = null;
        loan.revokedAt = desk.clock.instant();
    }

    /** The next step towards the payment. @return what the bank is told, when it is */
    @Nullable DisbursementInstruction pays(TrueLoan loan) {
        if ("approved".equals(desk.fact(loan.acceptanceNo, "money"))) {
            Outcome told = desk.inOneCommit(() -> desk.loans.pay(new PayLoan(loan.acceptanceNo, PayLoan.Step.INSTRUCTED, null, SAID, CASHIER)));
            loan.payment = (DisbursementInstruction) told.outgoing().get(0).message();
            return loan.payment;
        }
        boolean proposed = desk.jdbc.sql("SELECT money_proposed_by IS NOT NULL FROM loan_loan WHERE acceptance_no = ?").param(loan.acceptanceNo).query(Boolean.class).single();
        does(() -> desk.loans.pay(new PayLoan(loan.acceptanceNo, proposed ? PayLoan.Step.CONFIRMED : PayLoan.Step.PROPOSED, null, null, proposed ? Desk.APPROVER : CASHIER)));
        return null;
    }

    void paid(DisbursementInstruction told) {
        LocalDate on = LocalDate.of(2026, 11, 30);
        answered(told, new Reply.Accepted(new DisbursementInstruction.Answer(told.instructionNo(), "S-1", "B-1", "H-1", "DK-1", on, on, LocalDate.of(2026, 12, 20)).content()));
    }

    void notPaid(DisbursementInstruction told) {
        answered(told, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "x"))));
    }

    private void answered(DisbursementInstruction told, Reply reply) {
        does(() -> desk.loans.disbursed(new Answered(Desk.BANK, new MessageId("P" + ++numbers), told, reply)));
    }

    void comesBack(TrueLoan loan) {
        LocalDate on = LocalDate.of(2026, 12, 3);
        DisbursementInstruction told = Objects.requireNonNull(loan.payment);
        does(() -> desk.loans.returned(desk.from(Desk.BANK, new DisbursementReturned("TH-" + ++numbers, told.instructionNo(), loan.number(), "DK-1", told.amount(), on, on, "H-1", "HR-" + numbers,
                "990010000000000001", DisbursementReturned.Reason.NAME_MISMATCH, null))));
    }

    void paidBack(TrueLoan loan) {
        List.of(PayLoan.Step.REPAYING, PayLoan.Step.SETTLEMENT_PROPOSED).forEach(step -> does(() -> desk.loans.pay(new PayLoan(loan.acceptanceNo, step, "x", null, CASHIER))));
        does(() -> doors.registrations.follow(desk.loans.pay(new PayLoan(loan.acceptanceNo, PayLoan.Step.SETTLED, "x", null, Desk.APPROVER))));
    }

    private void does(Supplier<Outcome> work) {
        does.accept(work);
    }
}

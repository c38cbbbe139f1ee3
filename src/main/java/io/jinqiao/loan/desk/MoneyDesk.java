package io.jinqiao.loan.desk;

import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.ChangeMoney;
import io.jinqiao.loan.model.ConfirmMoney;
import io.jinqiao.loan.model.ConfirmSettlement;
import io.jinqiao.loan.model.InstructPayment;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.model.MoneyTrack;
import io.jinqiao.loan.model.Move;
import io.jinqiao.loan.model.ProposeMoney;
import io.jinqiao.loan.model.ProposeSettlement;
import io.jinqiao.loan.model.RecordPiece;
import io.jinqiao.loan.model.SecurityPiece;
import io.jinqiao.loan.model.SignedContract;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.DisbursementStore;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.LoanApplication.Accounts;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The money and what must be in hand before it moves: every gate is asked by the model. */
@Component
class MoneyDesk {
    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_ALLOTMENT = 40;

    private final LoanStore loans;
    private final DisbursementStore disbursements;
    private final Movements movements;
    private final IdGenerator ids;
    private final Clock clock;

    MoneyDesk(LoanStore loans, DisbursementStore disbursements, Movements movements, IdGenerator ids, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.disbursements = disbursements;
        this.movements = movements;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome pay(PayLoan command) {
        StoredLoan stored = loans.get(command.acceptanceNo());
        Move move = move(command, stored.loan());
        Step step = movements.move(stored, move, null);
        Content.Group answer = CentreDesk.standing(step);
        if (move instanceof InstructPayment instructed) {
            disbursements.insert(instructed.instruction(), command.acceptanceNo(), step.loan().bank(), command.by().name(), clock.instant());
            answer = answer.with("instructionNo", instructed.instruction().instructionNo());
        }
        return Movements.outcome(step, answer);
    }

    private Move move(PayLoan command, Loan loan) {
        return switch (command.step()) {
            case PROPOSED -> new ProposeMoney(command.by());
            case CONFIRMED -> new ConfirmMoney(command.by());
            case INSTRUCTED -> new InstructPayment(instruction(command.instruction(), loan), command.by());
            case REPAYING -> new ChangeMoney(MoneyTrack.REPAYING, reference(command));
            case SETTLEMENT_PROPOSED -> new ProposeSettlement(reference(command), command.by());
            case SETTLED -> new ConfirmSettlement(reference(command), command.by());
        };
    }

    private static String reference(PayLoan command) {
        new Said().text("reference", command.reference(), LONGEST_REFERENCE).refuseProblems();
        return Objects.requireNonNull(command.reference());
    }

    private DisbursementInstruction instruction(PayLoan.@Nullable Instruction said, Loan loan) {
        if (said == null) {
            throw new Refusal(Problem.at("instruction", FailureCode.FIELD_MISSING));
        }
        new Said().text("instruction.allotmentNo", said.allotmentNo(), LONGEST_ALLOTMENT).refuseProblems();
        Approval approval = loan.inForce();
        SignedContract signed = loan.signed();
        if (approval == null || signed == null) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, LoanWords.of(loan).both());
        }
        Accounts accounts = loan.application().accounts();
        return new DisbursementInstruction(
                "FK" + ids.next().value(), loan.applicationNo(), signed.contractNo(), said.allotmentNo(), said.payer(),
                new DisbursementInstruction.Payee(accounts.payeeName(), accounts.payeeAccountNo(), accounts.payeeBankCode(), accounts.payeeKind()), signed.amount(),
                approval.months(), AnnualRate.parse(approval.annualRate().stripTrailingZeros().toPlainString()), approval.rateVersion(), loan.application().terms().method(),
                said.repaymentDay(), accounts.repaymentAccountNo(), said.requestedOn(), disbursements.cameBack(loan.acceptanceNo()));
    }

    /** What the bank answered, or what was found out later. Whatever it says twice changes nothing. */
    Outcome disbursed(Answered answered) {
        DisbursementInstruction told = (DisbursementInstruction) answered.message();
        Outcome nothing = Outcome.accepted(Content.Group.EMPTY);
        String known = disbursements.outcome(told.instructionNo()).orElse("paid");
        if (known.equals("paid") || known.equals("failed")) {
            return nothing;
        }
        return loans.acceptanceNo(answered.partner(), told.applicationNo())
                .flatMap(loans::unlessErased)
                .map(stored -> answered.reply().fold(
                        accepted -> paid(stored, answered, told, DisbursementInstruction.Answer.of(accepted.content())),
                        rejected -> notPaid(stored, answered, told, codes(rejected), MoneyTrack.FAILED),
                        unknown -> known.equals("unknown") ? nothing : notPaid(stored, answered, told, null, MoneyTrack.UNKNOWN)))
                .orElse(nothing);
    }

    private Outcome paid(StoredLoan stored, Answered answered, DisbursementInstruction told, DisbursementInstruction.Answer answer) {
        Instant now = clock.instant();
        Step step = movements.move(stored, new ChangeMoney(MoneyTrack.DISBURSED, answer.hostSerial()), answered.id());
        disbursements.paid(told.instructionNo(), answer, answered.id().value(), now);
        return Movements.outcome(step, CentreDesk.standing(step))
                .with(new Consequence.Disbursed(answered.partner(), told.applicationNo(), told, answer));
    }

    private Outcome notPaid(StoredLoan stored, Answered answered, DisbursementInstruction told, @Nullable String refused, MoneyTrack to) {
        Step step = movements.move(stored, new ChangeMoney(to, told.instructionNo()), answered.id());
        disbursements.notPaid(told.instructionNo(), refused, answered.id().value(), clock.instant());
        return Movements.outcome(step, CentreDesk.standing(step));
    }

    private static String codes(Reply.Rejected rejected) {
        return String.join(" ", rejected.problems().stream().map(problem -> problem.code().code()).distinct().toList());
    }

    Outcome secure(SecureLoan command) {
        new Said().text("reference", command.reference(), LONGEST_REFERENCE).refuseProblems();
        SecurityPiece piece = SecurityPiece.valueOf(command.piece().name());
        Step step = movements.move(loans.get(command.acceptanceNo()), new RecordPiece(piece, command.reference(), command.by()), null);
        return Movements.outcome(step, CentreDesk.standing(step));
    }
}

package io.jinqiao.loan.desk;

import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.model.ChangeMoney;
import io.jinqiao.loan.model.ConfirmMoney;
import io.jinqiao.loan.model.MoneyTrack;
import io.jinqiao.loan.model.Move;
import io.jinqiao.loan.model.ProposeMoney;
import io.jinqiao.loan.model.RecordPiece;
import io.jinqiao.loan.model.SecurityPiece;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.message.Outcome;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The money and what must be in hand before it moves: every gate is asked by the model. */
@Component
class MoneyDesk {
    private static final int LONGEST_REFERENCE = 64;

    private final LoanStore loans;
    private final Movements movements;

    MoneyDesk(LoanStore loans, Movements movements) {
        this.loans = loans;
        this.movements = movements;
    }

    Outcome pay(PayLoan command) {
        Step step = movements.move(loans.get(command.acceptanceNo()), move(command), null);
        return Movements.outcome(step, CentreDesk.standing(step));
    }

    private static Move move(PayLoan command) {
        return switch (command.step()) {
            case PROPOSED -> new ProposeMoney(command.by());
            case CONFIRMED -> new ConfirmMoney(command.by());
            case SENT, DISBURSED, FAILED, REPAYING, SETTLED -> {
                new Said().text("reference", command.reference(), LONGEST_REFERENCE).refuseProblems();
                yield new ChangeMoney(MoneyTrack.valueOf(command.step().name()), Objects.requireNonNull(command.reference()));
            }
        };
    }

    Outcome secure(SecureLoan command) {
        new Said().text("reference", command.reference(), LONGEST_REFERENCE).refuseProblems();
        SecurityPiece piece = SecurityPiece.valueOf(command.piece().name());
        Step step = movements.move(loans.get(command.acceptanceNo()), new RecordPiece(piece, command.reference(), command.by()), null);
        return Movements.outcome(step, CentreDesk.standing(step));
    }
}

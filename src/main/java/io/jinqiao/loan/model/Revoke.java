package io.jinqiao.loan.model;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;

/** The centre takes its opinion back; the application must be reviewed and decided again. */
public record Revoke(String revokedBy) implements Move {
    @Override
    public Step on(Loan loan) {
        Approval approval = Gates.opinionInForce(loan);
        Gates.noMoneyOut(loan);
        if (loan.security() == SecurityTrack.SUBMITTED) {
            throw new Refusal(FailureCode.LOAN_STATE_FORBIDS, LoanWords.of(loan).both());
        }
        Change change = loan.change().decision(DecisionTrack.REVOKED);
        if (loan.money() == MoneyTrack.APPROVED) {
            change.money(MoneyTrack.NONE);
        }
        // what stands in the register was entered for this approval, and what was signed was signed with its contract: whatever is approved next is not secured by it
        change.pieces(loan.piecesWith(null, SecurityPiece.OF_AN_APPROVAL));
        // nor did anybody propose to pay it
        change.moneyProposedBy(null);
        change.event(LoanEvent.of(LoanEvent.Type.OPINION_REVOKED)
                .with("opinionNo", approval.opinionNo())
                .with("revokedBy", revokedBy));
        return Endings.voidContract(change).done();
    }
}

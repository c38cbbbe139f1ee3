package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.LoanApplication.Terms;
import java.time.LocalDate;

/** The centre rejects. */
public record Reject(String reason, String noticeNo, LocalDate on, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.anotherThanTheReviewers(loan, by);
        Terms applied = loan.application().terms();
        Change change = loan.change()
                .decision(DecisionTrack.REJECTED)
                .event(LoanEvent.of(LoanEvent.Type.REJECTED, by))
                .tell(new DecisionNotice(
                        noticeNo, loan.applicationNo(), loan.acceptanceNo(), DecisionNotice.Outcome.REJECTED,
                        applied.amount(), applied.months(), null, null, reason, on));
        return Endings.destroyHeldRequest(change).done();
    }
}

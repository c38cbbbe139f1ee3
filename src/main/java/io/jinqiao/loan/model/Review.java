package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;

/** A review was finished. A review may be done again while nothing was decided. One officer does not do both. */
public record Review(Stage stage, boolean recommended, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.everyScanIsHere(loan);
        boolean initial = stage == Stage.INITIAL;
        Gates.anotherThanTheOtherReviewer(loan, stage, by);
        return loan.change()
                .decision(initial ? DecisionTrack.INITIAL_REVIEWED : DecisionTrack.SECOND_REVIEWED)
                .reviews(loan.reviews().with(stage, recommended, by))
                .event(LoanEvent.of(initial ? LoanEvent.Type.INITIAL_REVIEWED : LoanEvent.Type.SECOND_REVIEWED, by)
                        .with("recommended", recommended))
                .done();
    }
}

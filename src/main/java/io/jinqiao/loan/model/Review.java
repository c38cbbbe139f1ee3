package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;

/** A review was finished. A review may be done again while nothing was decided. */
public record Review(Stage stage, boolean recommended, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.everyScanIsHere(loan);
        boolean initial = stage == Stage.INITIAL;
        Reviews before = loan.reviews();
        return loan.change()
                .decision(initial ? DecisionTrack.INITIAL_REVIEWED : DecisionTrack.SECOND_REVIEWED)
                .reviews(new Reviews(initial ? by.name() : before.initial(), initial ? before.second() : by.name(), recommended))
                .event(LoanEvent.of(initial ? LoanEvent.Type.INITIAL_REVIEWED : LoanEvent.Type.SECOND_REVIEWED, by)
                        .with("recommended", recommended))
                .done();
    }
}

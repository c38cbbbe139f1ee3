package io.jinqiao.loan.model;

import java.time.LocalDate;

/**
 * Nobody signed while the opinion was valid.
 *
 * @param lastReport last day on which a contract signed in time may still be reported
 */
public record Expire(LocalDate today, LocalDate lastReport) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.overAndUnsigned(loan, today, lastReport);
        Change change = loan.change()
                .decision(DecisionTrack.EXPIRED)
                .event(LoanEvent.of(LoanEvent.Type.APPROVAL_EXPIRED)
                        .with("opinionNo", Gates.opinionInForce(loan).opinionNo()));
        return Endings.destroyHeldRequest(change).done();
    }
}

package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;

/** The funds are there; the clocks run on. */
public record EndWait(Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        if (loan.pause() == null || loan.pause().reason() != Pause.Reason.WAITING_FOR_FUNDS) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .pause(null)
                .event(LoanEvent.of(LoanEvent.Type.FUNDS_ARRIVED, by))
                .done();
    }
}

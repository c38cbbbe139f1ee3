package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import java.time.LocalDate;

/** The centre has no funds for it now (轮候); the clocks stand still. */
public record StartWait(String reason, LocalDate on, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.notPaused(loan);
        Gates.open(loan);
        return loan.change()
                .pause(new Pause(Pause.Reason.WAITING_FOR_FUNDS, on, reason, null, null))
                .event(LoanEvent.of(LoanEvent.Type.FUNDS_AWAITED, by))
                .done();
    }
}

package io.jinqiao.loan.model;

import java.util.Objects;

/** What was asked for was handed in; the clocks run on. */
public record Supplement(String supplementNo, int attachments) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.open(loan);
        if (!loan.returned()) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .pause(null)
                .event(LoanEvent.of(LoanEvent.Type.SUPPLEMENTED)
                        .with("supplementNo", supplementNo)
                        .with("returnNo", Objects.requireNonNull(loan.pause()).returnNo())
                        .with("attachments", attachments))
                .done();
    }
}

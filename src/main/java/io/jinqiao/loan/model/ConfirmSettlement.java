package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;

/** Another person confirms that the loan was paid off: what secures it may be given up then. @param reference what proves it */
public record ConfirmSettlement(String reference, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.anotherThan(loan.moneyProposedBy(), by);
        return Endings.money(loan.change(), MoneyTrack.SETTLED)
                .event(LoanEvent.of(LoanEvent.Type.MONEY_CHANGED, by).with("to", MoneyTrack.SETTLED).with("reference", reference))
                .done();
    }
}

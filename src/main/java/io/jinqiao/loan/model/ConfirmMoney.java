package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;

/** Another person confirms the payment; every gate is asked again. */
public record ConfirmMoney(Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.opinionInForce(loan);
        Gates.contractInForce(loan);
        Gates.securityComplete(loan);
        Gates.anotherThan(loan.moneyProposedBy(), by);
        return loan.change()
                .money(MoneyTrack.APPROVED)
                .event(LoanEvent.of(LoanEvent.Type.MONEY_APPROVED, by))
                .done();
    }
}

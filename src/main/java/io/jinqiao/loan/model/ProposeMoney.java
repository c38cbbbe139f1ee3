package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;

/** One person proposes to pay. Again after a failure or a payment that came back. */
public record ProposeMoney(Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.opinionInForce(loan);
        Gates.contractInForce(loan);
        Gates.securityComplete(loan);
        if (!loan.money().next().contains(MoneyTrack.APPROVED)) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .moneyProposedBy(by.name())
                .event(LoanEvent.of(LoanEvent.Type.MONEY_PROPOSED, by))
                .done();
    }
}

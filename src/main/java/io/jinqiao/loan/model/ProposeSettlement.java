package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;

/** One person says that the loan was paid off, of which its bank told nothing. @param reference what proves it */
public record ProposeSettlement(String reference, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        if (!loan.money().next().contains(MoneyTrack.SETTLED)) {
            throw Gates.forbids(loan);
        }
        return loan.change()
                .moneyProposedBy(by.name())
                .event(LoanEvent.of(LoanEvent.Type.SETTLEMENT_PROPOSED, by).with("reference", reference))
                .done();
    }
}

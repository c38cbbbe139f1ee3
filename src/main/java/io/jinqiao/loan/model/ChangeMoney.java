package io.jinqiao.loan.model;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;

/** What became of the money, as sent or as the bank said. Approval is not among it: that takes two people. */
public record ChangeMoney(MoneyTrack to, String reference) implements Move {
    @Override
    public Step on(Loan loan) {
        if (to == MoneyTrack.APPROVED || to == MoneyTrack.NONE) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (to == MoneyTrack.SENT) {
            Gates.opinionInForce(loan);
            Gates.contractInForce(loan);
            Gates.securityComplete(loan);
        }
        return Endings.money(loan.change(), to)
                .event(LoanEvent.of(LoanEvent.Type.MONEY_CHANGED).with("to", to).with("reference", reference))
                .done();
    }
}

package io.jinqiao.loan.model;

/** The borrower takes the application back; possible until money is sent. */
public record Withdraw(String operatorNo) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.noMoneyOut(loan);
        Change change = loan.change().decision(DecisionTrack.WITHDRAWN);
        if (loan.pause() != null) {
            change.pause(null);
        }
        if (loan.money() == MoneyTrack.APPROVED) {
            change.money(MoneyTrack.NONE);
        }
        change.event(LoanEvent.of(LoanEvent.Type.WITHDRAWN).with("operatorNo", operatorNo));
        return Endings.destroyHeldRequest(Endings.voidContract(change)).done();
    }
}

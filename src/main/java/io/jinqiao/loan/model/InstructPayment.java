package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.DisbursementInstruction;

/** The bank is told to pay out what two people approved; every gate is asked once more. */
public record InstructPayment(DisbursementInstruction instruction, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.opinionInForce(loan);
        Gates.contractInForce(loan);
        Gates.securityComplete(loan);
        return loan.change()
                .money(MoneyTrack.SENT)
                .event(LoanEvent.of(LoanEvent.Type.MONEY_CHANGED, by).with("to", MoneyTrack.SENT).with("reference", instruction.instructionNo()))
                .tell(instruction)
                .done();
    }
}

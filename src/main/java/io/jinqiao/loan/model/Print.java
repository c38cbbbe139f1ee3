package io.jinqiao.loan.model;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;

/** The branch printed the opinion in force. */
public record Print(OpinionPrinted printed) implements Move {
    @Override
    public Step on(Loan loan) {
        Approval approval = Gates.opinionInForce(loan);
        if (!approval.opinionNo().equals(printed.opinionNo())) {
            throw new Refusal(Problem.at("opinionNo", FailureCode.CONTRACT_DIFFERS));
        }
        return loan.change()
                .event(LoanEvent.of(LoanEvent.Type.OPINION_PRINTED)
                        .with("opinionNo", printed.opinionNo())
                        .with("copies", printed.copies())
                        .with("operatorNo", printed.operatorNo()))
                .done();
    }
}

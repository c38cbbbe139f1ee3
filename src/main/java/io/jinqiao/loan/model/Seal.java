package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;

/** The centre sealed the contract: with an opinion in force it is in force itself, and a held mortgage request becomes due. */
public record Seal(String contractNo, Officer by) implements Move {
    @Override
    public Step on(Loan loan) {
        Gates.opinionInForce(loan);
        if (loan.signed() == null || loan.contract() != ContractTrack.SIGNED) {
            throw Gates.forbids(loan);
        }
        if (!loan.signed().contractNo().equals(contractNo)) {
            throw new Refusal(Problem.at("contractNo", FailureCode.FIELDS_DISAGREE, "contract-signed.contractNo"));
        }
        Change change = loan.change()
                .contract(ContractTrack.SEALED)
                .event(LoanEvent.of(LoanEvent.Type.CONTRACT_SEALED, by).with("contractNo", contractNo))
                .contract(ContractTrack.IN_FORCE)
                .event(LoanEvent.of(LoanEvent.Type.CONTRACT_IN_FORCE).with("contractNo", contractNo));
        if (loan.security() == SecurityTrack.HELD) {
            change.event(LoanEvent.of(LoanEvent.Type.SECURITY_TO_SUBMIT));
        }
        return change.done();
    }
}

package io.jinqiao.loan.model;

import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The contract was signed; the borrower's day of signing may lie before the approval (one visit), never before the application. */
public record Sign(ContractSigned contract, LocalDate today) implements Move {
    @Override
    public Step on(Loan loan) {
        Approval approval = Gates.opinionInForce(loan);
        List<Problem> differences = differences(loan.application(), approval);
        if (!differences.isEmpty()) {
            throw new Refusal(differences);
        }
        Gates.borrowerAgreesToOtherTerms(loan, approval);
        return loan.change()
                .contract(ContractTrack.SIGNED)
                .signed(new SignedContract(contract.contractNo(), contract.signedOn(), contract.opinionNo(), contract.amount()))
                .event(LoanEvent.of(LoanEvent.Type.CONTRACT_SIGNED)
                        .with("contractNo", contract.contractNo())
                        .with("opinionNo", contract.opinionNo())
                        .with("signedOn", contract.signedOn()))
                .done();
    }

    private List<Problem> differences(LoanApplication applied, Approval approval) {
        List<Problem> found = new ArrayList<>();
        differs(found, "opinionNo", !contract.opinionNo().equals(approval.opinionNo()));
        differs(found, "borrowerIdentity", !contract.borrowerIdentity().equals(applied.borrower().identity().number()));
        differs(found, "amount", contract.amount().compareTo(approval.amount()) > 0);
        differs(found, "months", contract.months() != approval.months());
        differs(found, "rateVersion", !contract.rateVersion().equals(approval.rateVersion()));
        differs(found, "payeeAccountNo", !contract.payeeAccountNo().equals(applied.accounts().payeeAccountNo()));
        differs(found, "signedOn", outsideValidity(applied, approval));
        return found;
    }

    private boolean outsideValidity(LoanApplication applied, Approval approval) {
        return contract.signedOn().isAfter(approval.validTo())
                || contract.signedOn().isAfter(today)
                || contract.signedOn().isBefore(applied.acceptedOn());
    }

    private static void differs(List<Problem> found, String field, boolean different) {
        if (different) {
            found.add(Problem.at(field, FailureCode.CONTRACT_DIFFERS));
        }
    }
}

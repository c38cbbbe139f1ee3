package io.jinqiao.message;

import java.time.LocalDate;

/**
 * The loan contract (借款合同) was signed at the bank; must equal the opinion in force.
 *
 * @param contractNo JKHTBH
 * @param borrowerIdentity number of the borrower's identity document
 * @param rateVersion version of the rate table the contract was printed with
 */
public record ContractSigned(
        String contractNo,
        String applicationNo,
        String opinionNo,
        String borrowerIdentity,
        Money amount,
        int months,
        String rateVersion,
        String payeeAccountNo,
        LocalDate signedOn)
        implements CanonicalMessage {

    static ContractSigned read(Fields f) {
        ContractSigned read = new ContractSigned(
                f.text("contractNo", 30),
                f.text("applicationNo", 32),
                f.text("opinionNo", 40),
                f.text("borrowerIdentity", 30),
                f.money("amount"),
                f.number("months", 1, 360),
                f.text("rateVersion", 20),
                f.text("payeeAccountNo", 30),
                f.date("signedOn"));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.CONTRACT_SIGNED;
    }

    @Override
    public String businessKey() {
        return contractNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("contractNo", contractNo)
                .put("applicationNo", applicationNo)
                .put("opinionNo", opinionNo)
                .put("borrowerIdentity", borrowerIdentity)
                .put("amount", amount)
                .put("months", months)
                .put("rateVersion", rateVersion)
                .put("payeeAccountNo", payeeAccountNo)
                .put("signedOn", signedOn)
                .build();
    }
}

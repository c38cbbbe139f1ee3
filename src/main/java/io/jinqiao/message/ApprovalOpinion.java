package io.jinqiao.message;

import java.time.LocalDate;

/**
 * The sealed approval opinion (审批意见) for the branch to print.
 *
 * @param opinionNo serial number of the opinion
 * @param version counts from 1; a higher one supersedes
 * @param format {@code pdf} or {@code ofd}
 * @param document the file, Base64
 * @param validTo last day on which a contract may be signed on it
 */
public record ApprovalOpinion(
        String opinionNo,
        int version,
        String applicationNo,
        String acceptanceNo,
        Money amount,
        int months,
        String rateVersion,
        LocalDate validTo,
        String format,
        Digest digest,
        String document)
        implements CanonicalMessage {

    static ApprovalOpinion read(Fields f) {
        ApprovalOpinion read = new ApprovalOpinion(
                f.text("opinionNo", 40),
                f.number("version", 1, 99),
                f.text("applicationNo", 32),
                f.text("acceptanceNo", 40),
                f.money("amount"),
                f.number("months", 1, 360),
                f.text("rateVersion", 20),
                f.date("validTo"),
                f.text("format", 8),
                f.value("digest", Digest::new),
                f.text("document", 8 << 20));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.APPROVAL_OPINION;
    }

    @Override
    public String businessKey() {
        return opinionNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("opinionNo", opinionNo)
                .put("version", version)
                .put("applicationNo", applicationNo)
                .put("acceptanceNo", acceptanceNo)
                .put("amount", amount)
                .put("months", months)
                .put("rateVersion", rateVersion)
                .put("validTo", validTo)
                .put("format", format)
                .put("digest", digest)
                .put("document", document)
                .build();
    }
}

package io.jinqiao.message;

import java.time.Instant;

/**
 * The branch printed a sealed opinion (打印回执).
 *
 * @param copies sheets sets printed this time, 1 to 20
 */
public record OpinionPrinted(
        String printNo,
        String applicationNo,
        String opinionNo,
        int copies,
        String operatorNo,
        Instant printedAt)
        implements CanonicalMessage {

    static OpinionPrinted read(Fields f) {
        OpinionPrinted read = new OpinionPrinted(
                f.text("printNo", 32),
                f.text("applicationNo", 32),
                f.text("opinionNo", 40),
                f.number("copies", 1, 20),
                f.text("operatorNo", 20),
                f.instant("printedAt"));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.OPINION_PRINTED;
    }

    @Override
    public String businessKey() {
        return printNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("printNo", printNo)
                .put("applicationNo", applicationNo)
                .put("opinionNo", opinionNo)
                .put("copies", copies)
                .put("operatorNo", operatorNo)
                .put("printedAt", printedAt)
                .build();
    }
}

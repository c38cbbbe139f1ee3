package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * What fell due of one loan and what was paid, told at once (还款情况，单笔). The file of an accounting date holds many of the same rows.
 *
 * @param reportNo the bank's number of the report
 * @param corrects number of the report whose row this one takes the place of
 */
public record RepaymentStatus(
        String reportNo,
        @Nullable String corrects,
        RepaymentRow row)
        implements CanonicalMessage {

    /** The answer that takes it. */
    public record Answer(String reportNo, String loanAccountNo, int instalment) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("reportNo", 32), f.text("loanAccountNo", 30), f.number("instalment", 1, 999));
        }

        public Content.Group content() {
            return Content.group()
                    .put("reportNo", reportNo)
                    .put("loanAccountNo", loanAccountNo)
                    .put("instalment", instalment)
                    .build();
        }
    }

    static RepaymentStatus read(Fields f) {
        RepaymentStatus read = new RepaymentStatus(
                f.text("reportNo", 32),
                f.optionalText("corrects", 32),
                f.group("row", RepaymentRow::read));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.REPAYMENT_STATUS;
    }

    @Override
    public String businessKey() {
        return reportNo;
    }

    @Override
    public String subject() {
        return row.applicationNo() == null ? row.loanAccountNo() : row.applicationNo();
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("reportNo", reportNo)
                .put("corrects", corrects)
                .put("row", row.content())
                .build();
    }
}

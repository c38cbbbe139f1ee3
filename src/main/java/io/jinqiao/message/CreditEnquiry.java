package io.jinqiao.message;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks the credit reference system for what it knows of a person (信用报告查询). Changes nothing there but that the question is written down; whoever asks
 * has the person's authorisation on file, which the gate of the room {@code credit} sees to.
 *
 * @param enquiryNo number of the message on the wire: yyyyMMdd and eight digits of a counter, never used twice
 * @param reason why (查询原因)
 * @param user log-in name of whoever asks
 */
public record CreditEnquiry(String enquiryNo, String name, Identity identity, Reason reason, String user) implements CanonicalMessage {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{16}");
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_USER = 40;

    public enum Reason {
        LOAN_APPROVAL,
        GUARANTOR_CHECK,
        POST_LOAN,
        WITHDRAWAL_REVIEW
    }

    public enum Outcome {
        FOUND,
        /** The Center knows nobody of this name and number: an answer like any other. */
        NO_RECORD
    }

    /**
     * What came.
     *
     * @param report Base64 of the compressed report as it stood in the answer; null when there is no record
     */
    public record Answer(Outcome outcome, @Nullable String report) {
        private static final int LONGEST = 8_000_000;

        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            // a partner's return code may say it, so that no member does
            Outcome outcome = f.optionalWord("outcome", Outcome.class);
            Answer read = new Answer(outcome == null ? Outcome.FOUND : outcome, f.optionalText("report", LONGEST));
            if (outcome == null) {
                f.problem("outcome", FailureCode.FIELD_MISSING);
            } else if (read.outcome() == Outcome.FOUND && read.report() == null) {
                f.problem("report", FailureCode.FIELD_MISSING);
            } else if (read.outcome() == Outcome.NO_RECORD && read.report() != null) {
                f.problem("report", FailureCode.FIELD_UNEXPECTED);
            }
            return read;
        }

        public Content.Group content() {
            return Content.group().put("outcome", outcome).put("report", report).build();
        }

        @Override
        public String toString() {
            return "answer " + outcome;
        }
    }

    static CreditEnquiry read(Fields f) {
        CreditEnquiry read = new CreditEnquiry(
                f.value("enquiryNo", CreditEnquiry::number), f.text("name", LONGEST_NAME), f.group("identity", Identity::read), f.word("reason", Reason.class), f.text("user", LONGEST_USER));
        if (read.identity() != null && read.identity().type() == Identity.Type.CREDIT_CODE) {
            f.problem("identity", FailureCode.FIELD_WRONG_FORM, "自然人证件 / a person's document");
        }
        f.refuseProblems();
        return read;
    }

    private static String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyyMMdd + 8 digits");
        }
        return text;
    }

    @Override
    public Operation operation() {
        return Operation.CREDIT_ENQUIRY;
    }

    @Override
    public String businessKey() {
        return enquiryNo;
    }

    /** The Center is told of no loan. */
    @Override
    public String subject() {
        return enquiryNo;
    }

    @Override
    public MessageId ownId() {
        return new MessageId(enquiryNo);
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("enquiryNo", enquiryNo)
                .put("name", name)
                .put("identity", identity.content())
                .put("reason", reason)
                .put("user", user)
                .build();
    }

    @Override
    public String toString() {
        return "enquiry " + enquiryNo;
    }
}

package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bank did to collect (催收记录): what, when, by whom, with what outcome and promise, and what proves it.
 *
 * @param orderNo null when the bank acted by itself
 * @param loanAccountNo DKZH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param operatorNo the bank's number of who did it
 * @param promise there exactly when the outcome is {@code promised}
 */
public record CollectionRecord(
        String recordNo,
        @Nullable String orderNo,
        String loanAccountNo,
        @Nullable String applicationNo,
        CollectionStep step,
        Party.Role contacted,
        Instant doneAt,
        String operatorNo,
        Outcome outcome,
        @Nullable Promise promise,
        Reference reference,
        @Nullable String remark)
        implements CanonicalMessage {

    /** What came of it (催收结果). */
    public enum Outcome {
        /** paid on the spot */
        PAID,
        PROMISED,
        /** reached, no promise */
        REACHED,
        REFUSED,
        NOT_REACHED,
        /** number or address is not theirs */
        WRONG_CONTACT,
        /** handed to guarantor or court */
        HANDED_ON,
        OTHER
    }

    /** What proves that it was done. */
    public enum Proof {
        CALL_RECORDING,
        MESSAGE_RECEIPT,
        LETTER_TRACKING,
        VISIT_SHEET,
        COURT_CASE,
        /** host serial of a repeated deduction */
        DEDUCTION,
        OTHER
    }

    /** A promise to pay (还款承诺). */
    public record Promise(Money amount, LocalDate payBy) {
        static Promise read(Fields f) {
            return new Promise(f.money("amount"), f.date("payBy"));
        }

        Content.Group content() {
            return Content.group()
                    .put("amount", amount)
                    .put("payBy", payBy)
                    .build();
        }
    }

    /**
     * @param number number of the recording, receipt, letter, sheet or case
     * @param document digest of a scan the bank keeps
     */
    public record Reference(Proof kind, String number, @Nullable Digest document) {
        static Reference read(Fields f) {
            return new Reference(
                    f.word("kind", Proof.class),
                    f.text("number", 60),
                    f.optionalValue("document", Digest::new));
        }

        Content.Group content() {
            return Content.group()
                    .put("kind", kind)
                    .put("number", number)
                    .put("document", document)
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param promiseDueOn day on which the promise is followed up
     */
    public record Answer(String recordNo, @Nullable String orderNo, @Nullable LocalDate promiseDueOn) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("recordNo", 32), f.optionalText("orderNo", 40), f.optionalDate("promiseDueOn"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("recordNo", recordNo)
                    .put("orderNo", orderNo)
                    .put("promiseDueOn", promiseDueOn)
                    .build();
        }
    }

    static CollectionRecord read(Fields f) {
        CollectionRecord read = new CollectionRecord(
                f.text("recordNo", 32),
                f.optionalText("orderNo", 40),
                f.text("loanAccountNo", 30),
                f.optionalText("applicationNo", 32),
                f.word("step", CollectionStep.class),
                f.word("contacted", Party.Role.class),
                f.instant("doneAt"),
                f.text("operatorNo", 20),
                f.word("outcome", Outcome.class),
                f.optionalGroup("promise", Promise::read),
                f.group("reference", Reference::read),
                f.optionalText("remark", 500));
        if ((read.outcome() == Outcome.PROMISED) != (read.promise() != null) && read.outcome() != null) {
            f.problem("promise", read.promise() == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.COLLECTION_RECORD;
    }

    @Override
    public String businessKey() {
        return recordNo;
    }

    @Override
    public String subject() {
        return applicationNo == null ? loanAccountNo : applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("recordNo", recordNo)
                .put("orderNo", orderNo)
                .put("loanAccountNo", loanAccountNo)
                .put("applicationNo", applicationNo)
                .put("step", step)
                .put("contacted", contacted)
                .put("doneAt", doneAt)
                .put("operatorNo", operatorNo)
                .put("outcome", outcome)
                .put("promise", promise == null ? null : promise.content())
                .put("reference", reference.content())
                .put("remark", remark)
                .build();
    }
}

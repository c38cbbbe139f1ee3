package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bank is to contact somebody about a loan (催收任务): who, why, how, by when.
 *
 * @param loanAccountNo DKZH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param instalments consecutive unpaid instalments; 0 before the first missed one
 * @param overdueSince due day of the oldest unpaid instalment
 * @param owed overdue principal, interest, penalty and fine
 * @param dueOn last day to act, inclusive
 * @param follows the order before this one on the ladder
 */
public record CollectionOrder(
        String orderNo,
        String loanAccountNo,
        @Nullable String applicationNo,
        Reason reason,
        CollectionStep step,
        List<Contact> contacts,
        int instalments,
        @Nullable LocalDate overdueSince,
        Money owed,
        LocalDate dueOn,
        @Nullable String follows,
        @Nullable String remark)
        implements CanonicalMessage {

    /** Why somebody is contacted (催收原因). */
    public enum Reason {
        OVERDUE,
        PROMISE_BROKEN,
        /** before the first missed instalment */
        EARLY_WARNING,
        /** 到期未结清 */
        MATURED_UNPAID,
        /** nobody is contacted any more: the order it follows is withdrawn (撤回) */
        WITHDRAWN
    }

    /**
     * @param name as on the identity document; null where only the bank has it
     * @param mobile SJHM, 11 digits; null where the bank has it
     */
    public record Contact(Party.Role role, @Nullable String name, @Nullable String mobile) {
        static Contact read(Fields f) {
            return new Contact(
                    f.word("role", Party.Role.class),
                    f.optionalText("name", 120),
                    f.optionalValue("mobile", Form::mobile));
        }

        Content.Group content() {
            return Content.group()
                    .put("role", role)
                    .put("name", name)
                    .put("mobile", mobile)
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param assignedTo the bank's number of who will do it
     */
    public record Answer(String orderNo, @Nullable String assignedTo, @Nullable Instant receivedAt) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(
                    f.text("orderNo", 40),
                    f.optionalText("assignedTo", 20),
                    f.optionalInstant("receivedAt"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("orderNo", orderNo)
                    .put("assignedTo", assignedTo)
                    .put("receivedAt", receivedAt)
                    .build();
        }
    }

    /** The same to these people. */
    public CollectionOrder to(List<Contact> people) {
        return new CollectionOrder(orderNo, loanAccountNo, applicationNo, reason, step, people, instalments, overdueSince, owed, dueOn, follows, remark);
    }

    static CollectionOrder read(Fields f) {
        CollectionOrder read = new CollectionOrder(
                f.text("orderNo", 40),
                f.text("loanAccountNo", 30),
                f.optionalText("applicationNo", 32),
                f.word("reason", Reason.class),
                f.word("step", CollectionStep.class),
                f.rows("contacts", 1, 10, Contact::read),
                f.number("instalments", 0, 360),
                f.optionalDate("overdueSince"),
                f.moneyOrZero("owed"),
                f.date("dueOn"),
                f.optionalText("follows", 40),
                f.optionalText("remark", 200));
        if (read.reason() == Reason.OVERDUE && read.overdueSince() == null) {
            f.problem("overdueSince", FailureCode.FIELD_MISSING);
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.COLLECTION_ORDER;
    }

    @Override
    public String businessKey() {
        return orderNo;
    }

    @Override
    public String subject() {
        return applicationNo == null ? loanAccountNo : applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("orderNo", orderNo)
                .put("loanAccountNo", loanAccountNo)
                .put("applicationNo", applicationNo)
                .put("reason", reason)
                .put("step", step)
                .rows("contacts", contacts.stream().map(Contact::content).toList())
                .put("instalments", instalments)
                .put("overdueSince", overdueSince)
                .put("owed", owed)
                .put("dueOn", dueOn)
                .put("follows", follows)
                .put("remark", remark)
                .build();
    }
}

package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that had been paid came back (放款退回), perhaps days later. It is never paid again by itself.
 *
 * @param returnNo the bank's number of the return
 * @param loanAccountNo DKZH
 * @param amount what came back; may be less than what was paid
 * @param accountingDate JZRQ
 * @param originalHostSerial host serial of the payment, from the answer to the instruction
 * @param hostSerial host serial of the return (YHJSLSH)
 * @param creditedAccountNo account of the fund the money is on now
 * @param reasonText for people; never read by a program
 */
public record DisbursementReturned(
        String returnNo,
        String instructionNo,
        String applicationNo,
        String loanAccountNo,
        Money amount,
        LocalDate returnedOn,
        LocalDate accountingDate,
        String originalHostSerial,
        String hostSerial,
        String creditedAccountNo,
        Reason reason,
        @Nullable String reasonText)
        implements CanonicalMessage {

    /** Why the money came back (退回原因). */
    public enum Reason {
        ACCOUNT_UNKNOWN,
        /** 户名不符 */
        NAME_MISMATCH,
        ACCOUNT_CLOSED,
        ACCOUNT_FROZEN,
        /** an account of this kind may not receive it */
        ACCOUNT_KIND,
        OTHER
    }

    /** The answer that takes it. */
    public record Answer(String returnNo, String instructionNo, String state) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.text("returnNo", 32), f.text("instructionNo", 40), f.text("state", 40));
        }

        public Content.Group content() {
            return Content.group()
                    .put("returnNo", returnNo)
                    .put("instructionNo", instructionNo)
                    .put("state", state)
                    .build();
        }
    }

    static DisbursementReturned read(Fields f) {
        DisbursementReturned read = new DisbursementReturned(
                f.text("returnNo", 32),
                f.text("instructionNo", 40),
                f.text("applicationNo", 32),
                f.text("loanAccountNo", 30),
                f.money("amount"),
                f.date("returnedOn"),
                f.date("accountingDate"),
                f.text("originalHostSerial", 40),
                f.text("hostSerial", 40),
                f.value("creditedAccountNo", Form::accountNo),
                f.word("reason", Reason.class),
                f.optionalText("reasonText", 200));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.DISBURSEMENT_RETURNED;
    }

    @Override
    public String businessKey() {
        return returnNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("returnNo", returnNo)
                .put("instructionNo", instructionNo)
                .put("applicationNo", applicationNo)
                .put("loanAccountNo", loanAccountNo)
                .put("amount", amount)
                .put("returnedOn", returnedOn)
                .put("accountingDate", accountingDate)
                .put("originalHostSerial", originalHostSerial)
                .put("hostSerial", hostSerial)
                .put("creditedAccountNo", creditedAccountNo)
                .put("reason", reason)
                .put("reasonText", reasonText)
                .build();
    }
}

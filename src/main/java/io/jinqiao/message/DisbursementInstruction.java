package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The bank is told to pay a loan out (放款指令): from which account of the fund, to whom, how much. Paying again what came back is a new
 * instruction of its own, approved anew by two people.
 *
 * @param instructionNo the centre's business serial; the first of the four identifiers
 * @param contractNo JKHTBH
 * @param allotmentNo reference of the allotment the money is taken from
 * @param amount DKFFE
 * @param months DKQS
 * @param annualRate JKHTLL
 * @param method DKHKFS
 * @param repaymentDay day of the month (YDHKR), cut to the end of a shorter month; null where the bank derives it from the day of payment
 * @param repaymentAccountNo HKZH
 * @param requestedOn YDFKRQ
 * @param paysAgain number of the instruction whose money came back; null for a first payment
 */
public record DisbursementInstruction(
        String instructionNo,
        String applicationNo,
        String contractNo,
        String allotmentNo,
        Payer payer,
        Payee payee,
        Money amount,
        int months,
        AnnualRate annualRate,
        String rateVersion,
        LoanApplication.RepaymentMethod method,
        @Nullable Integer repaymentDay,
        String repaymentAccountNo,
        LocalDate requestedOn,
        @Nullable String paysAgain)
        implements CanonicalMessage {

    /** The fund's account the money is taken from (委贷基金户). */
    public record Payer(String name, String accountNo, String bankCode) {
        /** Reads one with every problem on the reader's list. */
        public static Payer read(Fields f) {
            return new Payer(f.text("name", 255), f.value("accountNo", Form::accountNo), f.text("bankCode", 14));
        }

        Content.Group content() {
            return Content.group()
                    .put("name", name)
                    .put("accountNo", accountNo)
                    .put("bankCode", bankCode)
                    .build();
        }
    }

    /** @param kind what sort of account it is; must be the one the opinion names */
    public record Payee(String name, String accountNo, String bankCode, LoanApplication.Accounts.PayeeKind kind) {
        static Payee read(Fields f) {
            return new Payee(
                    f.text("name", 255),
                    f.value("accountNo", Form::accountNo),
                    f.text("bankCode", 14),
                    f.word("kind", LoanApplication.Accounts.PayeeKind.class));
        }

        Content.Group content() {
            return Content.group()
                    .put("name", name)
                    .put("accountNo", accountNo)
                    .put("bankCode", bankCode)
                    .put("kind", kind)
                    .build();
        }
    }

    /**
     * What the bank did. With the message's own id (SendSeqNo) these are the four identifiers reconciliation needs.
     *
     * @param senderSerial the sender's serial on the wire (SendSeqNo), where it is another than the message id
     * @param hubSerial serial of the settlement system (BDCSeqNo), where one is between
     * @param hostSerial serial of the bank's host (YHJSLSH)
     * @param loanAccountNo DKZH
     * @param disbursedOn actual day (DKFFRQ)
     * @param accountingDate JZRQ
     */
    public record Answer(
            String instructionNo,
            @Nullable String senderSerial,
            @Nullable String hubSerial,
            String hostSerial,
            String loanAccountNo,
            LocalDate disbursedOn,
            LocalDate accountingDate,
            LocalDate firstDueOn) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            Answer read = new Answer(
                    f.text("instructionNo", 40),
                    f.optionalText("senderSerial", 40),
                    f.optionalText("hubSerial", 40),
                    f.text("hostSerial", 40),
                    f.text("loanAccountNo", 30),
                    f.date("disbursedOn"),
                    f.date("accountingDate"),
                    f.date("firstDueOn"));
            if (read.disbursedOn() != null && read.firstDueOn() != null && read.firstDueOn().isBefore(read.disbursedOn())) {
                f.problem("firstDueOn", FailureCode.FIELDS_DISAGREE, "disbursedOn");
            }
            return read;
        }

        public Content.Group content() {
            return Content.group()
                    .put("instructionNo", instructionNo)
                    .put("senderSerial", senderSerial)
                    .put("hubSerial", hubSerial)
                    .put("hostSerial", hostSerial)
                    .put("loanAccountNo", loanAccountNo)
                    .put("disbursedOn", disbursedOn)
                    .put("accountingDate", accountingDate)
                    .put("firstDueOn", firstDueOn)
                    .build();
        }
    }

    static DisbursementInstruction read(Fields f) {
        DisbursementInstruction read = new DisbursementInstruction(
                f.text("instructionNo", 40),
                f.text("applicationNo", 32),
                f.text("contractNo", 30),
                f.text("allotmentNo", 40),
                f.group("payer", Payer::read),
                f.group("payee", Payee::read),
                f.money("amount"),
                f.number("months", 1, 360),
                f.value("annualRate", AnnualRate::parse),
                f.text("rateVersion", 20),
                f.word("method", LoanApplication.RepaymentMethod.class),
                f.optionalNumber("repaymentDay", 1, 31),
                f.value("repaymentAccountNo", Form::accountNo),
                f.date("requestedOn"),
                f.optionalText("paysAgain", 40));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.DISBURSEMENT_INSTRUCTION;
    }

    @Override
    public String businessKey() {
        return instructionNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("instructionNo", instructionNo)
                .put("applicationNo", applicationNo)
                .put("contractNo", contractNo)
                .put("allotmentNo", allotmentNo)
                .put("payer", payer.content())
                .put("payee", payee.content())
                .put("amount", amount)
                .put("months", months)
                .put("annualRate", annualRate)
                .put("rateVersion", rateVersion)
                .put("method", method)
                .put("repaymentDay", repaymentDay)
                .put("repaymentAccountNo", repaymentAccountNo)
                .put("requestedOn", requestedOn)
                .put("paysAgain", paysAgain)
                .build();
    }
}

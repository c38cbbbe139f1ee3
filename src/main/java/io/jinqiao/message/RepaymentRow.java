package io.jinqiao.message;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One loan and one instalment on one accounting date: paid and unpaid, part by part (还款情况, 6.0.6 and 6.0.7). The same row stands in a single
 * message and in a file.
 *
 * @param loanAccountNo DKZH
 * @param contractNo JKHTBH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param borrowerName JKRXM; for banks that match by it
 * @param instalment number of the instalment, from 1 (DQQC)
 * @param accountingDate accounting date this row tells of (JZRQ)
 * @param paidOn day of the last payment (SSRQ); there when something was paid
 * @param paid paid for this instalment so far
 * @param unpaid still owed of this instalment
 * @param source where the last payment came from; there when something was paid
 * @param balance principal still owed of the whole loan (DKYE)
 * @param remainingMonths after this instalment, and after a prepayment
 * @param resultText for people; never read by a program
 * @param hostSerial YHJSLSH
 */
public record RepaymentRow(
        String loanAccountNo,
        @Nullable String contractNo,
        @Nullable String applicationNo,
        @Nullable String borrowerName,
        int instalment,
        LocalDate dueOn,
        LocalDate accountingDate,
        @Nullable LocalDate paidOn,
        InstalmentParts paid,
        InstalmentParts unpaid,
        @Nullable PaymentSource source,
        Money balance,
        int remainingMonths,
        DeductionOutcome result,
        @Nullable String resultText,
        @Nullable String hostSerial) {

    /** What cannot be true of one row; sums over rows and the loan itself are for whoever keeps the ledger. */
    private void tellContradictions(Fields f) {
        if (!paid.isNothing() && paidOn == null) {
            f.problem("paidOn", FailureCode.FIELD_MISSING);
        }
        if (!paid.isNothing() && source == null) {
            f.problem("source", FailureCode.FIELD_MISSING);
        }
        if (result == DeductionOutcome.PAID && !unpaid.isNothing()) {
            f.problem("result", FailureCode.FIELDS_DISAGREE, "unpaid");
        }
        if (result == DeductionOutcome.PARTLY_PAID && (paid.isNothing() || unpaid.isNothing())) {
            f.problem("result", FailureCode.FIELDS_DISAGREE, "paid, unpaid");
        }
    }

    static RepaymentRow read(Fields f) {
        RepaymentRow read = new RepaymentRow(
                f.text("loanAccountNo", 30),
                f.optionalText("contractNo", 30),
                f.optionalText("applicationNo", 32),
                f.optionalText("borrowerName", 120),
                f.number("instalment", 1, 999),
                f.date("dueOn"),
                f.date("accountingDate"),
                f.optionalDate("paidOn"),
                f.group("paid", InstalmentParts::read),
                f.group("unpaid", InstalmentParts::read),
                f.optionalWord("source", PaymentSource.class),
                f.moneyOrZero("balance"),
                f.number("remainingMonths", 0, 360),
                f.word("result", DeductionOutcome.class),
                f.optionalText("resultText", 200),
                f.optionalText("hostSerial", 40));
        if (read.paid() != null && read.unpaid() != null) {
            read.tellContradictions(f);
        }
        return read;
    }

    Content.Group content() {
        return Content.group()
                .put("loanAccountNo", loanAccountNo)
                .put("contractNo", contractNo)
                .put("applicationNo", applicationNo)
                .put("borrowerName", borrowerName)
                .put("instalment", instalment)
                .put("dueOn", dueOn)
                .put("accountingDate", accountingDate)
                .put("paidOn", paidOn)
                .put("paid", paid.content())
                .put("unpaid", unpaid.content())
                .put("source", source)
                .put("balance", balance)
                .put("remainingMonths", remainingMonths)
                .put("result", result)
                .put("resultText", resultText)
                .put("hostSerial", hostSerial)
                .build();
    }
}

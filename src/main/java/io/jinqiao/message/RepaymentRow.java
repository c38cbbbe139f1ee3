package io.jinqiao.message;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
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

    /** Why something was not paid: then something is unpaid. The agreed code for everything else says neither. */
    private static final Set<DeductionOutcome> NOT_PAID = EnumSet.of(
            DeductionOutcome.INSUFFICIENT_FUNDS,
            DeductionOutcome.ACCOUNT_CLOSED,
            DeductionOutcome.ACCOUNT_FROZEN,
            DeductionOutcome.ACCOUNT_MISMATCH,
            DeductionOutcome.MANDATE_MISSING);

    /** What cannot be true of one row; sums over rows and the loan itself are for whoever keeps the ledger. */
    private void tellContradictions(Fields f) {
        tellContradictions(paid.fen(), unpaid.fen(), paidOn != null, source != null, result, f::problem);
    }

    private static void tellContradictions(
            long paid, long unpaid, boolean paidOn, boolean source, @Nullable DeductionOutcome result, Teller teller) {
        if (paid > 0 && !paidOn) {
            teller.tell("paidOn", FailureCode.FIELD_MISSING);
        }
        if (paid > 0 && !source) {
            teller.tell("source", FailureCode.FIELD_MISSING);
        }
        if (result == DeductionOutcome.PAID && unpaid > 0) {
            teller.tell("result", FailureCode.FIELDS_DISAGREE, "unpaid");
        }
        if (result == DeductionOutcome.PARTLY_PAID && (paid == 0 || unpaid == 0)) {
            teller.tell("result", FailureCode.FIELDS_DISAGREE, "paid, unpaid");
        }
        if (NOT_PAID.contains(result) && unpaid == 0) {
            teller.tell("result", FailureCode.FIELDS_DISAGREE, "unpaid");
        }
    }

    private interface Teller {
        void tell(String place, FailureCode code, String... arguments);
    }

    /** Whether a row of a file has no contradiction. */
    static boolean consistent(FileRow row) {
        boolean[] told = new boolean[1];
        tellContradictions(
                InFile.sum(row, InFile.PAID),
                InFile.sum(row, InFile.UNPAID),
                row.has(InFile.PAID_ON),
                row.has(InFile.SOURCE),
                DeductionOutcome.values()[row.word(InFile.RESULT)],
                (place, code, arguments) -> told[0] = true);
        return !told[0];
    }

    /** Where the values lie that are compared; found once. */
    private static final class InFile {
        static final RowPlaces PLACES = new RowPlaces(FileKind.REPAYMENT_STATUS.rowShape());
        static final int[] PAID = places("paid");
        static final int[] UNPAID = places("unpaid");
        static final int PAID_ON = PLACES.of("paidOn");
        static final int SOURCE = PLACES.of("source");
        static final int RESULT = PLACES.of("result");

        private static int[] places(String total) {
            return FileKind.REPAYMENT_STATUS.totals().get(total).stream().mapToInt(PLACES::of).toArray();
        }

        static long sum(FileRow row, int[] places) {
            long sum = 0;
            for (int place : places) {
                sum += row.fen(place);
            }
            return sum;
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

package io.jinqiao.repayment.deduction;

import io.jinqiao.repayment.deduction.Payments.Deduction;
import io.jinqiao.repayment.deduction.Payments.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When rows made of results make room for what their bank tells of their days or of days before: they are booked again then, on what is known. What a later day of the bank knows of without telling it
 * would be booked on top of that day once more, so it stays, unless what is told now is the deduction itself.
 */
public final class Overtaken {
    private Overtaken() {}

    /**
     * A row made of a result, beside a file of its bank.
     *
     * @param paid of the instalment until then, in fen
     * @param otherwise the file does not tell just the same
     * @param later the bank told of a later day of the loan
     * @param within and of the instalment itself, with at least as much paid
     * @param told what the file tells of the instalment until that day; null: nothing
     */
    public record Made(Deduction deduction, long paid, boolean otherwise, boolean later, boolean within, @Nullable Row told) {
        /** By the bank, so that it is not booked once more. */
        private boolean isTold() {
            return within || told != null && told.paid() >= paid && deduction.isLastOf(told);
        }
    }

    /** @param made of one loan, of the days of a file and later ones */
    public static boolean makeRoom(List<Made> made) {
        return made.stream().anyMatch(Made::otherwise) && made.stream().allMatch(one -> !one.later() || one.paid() == 0 || one.isTold());
    }
}

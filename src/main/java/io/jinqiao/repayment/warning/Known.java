package io.jinqiao.repayment.warning;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.Money;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.Contributor;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a loan that owes nothing overdue.
 *
 * @param contributor as told last; null: nobody told
 * @param months of contribution after the month of disbursement, the latest first
 * @param fundBalance as told with the latest month
 * @param pledges in force or over
 * @param mandates to take the fund balance, in whatever order
 * @param paid latest instalments that were paid in full, the latest first
 */
public record Known(
        LocalDate day,
        @Nullable Contributor contributor,
        List<Month> months,
        @Nullable Money fundBalance,
        List<Pledge> pledges,
        List<Mandate> mandates,
        List<Paid> paid) {
    public Known {
        months = List.copyOf(months);
        pledges = List.copyOf(pledges);
        mandates = List.copyOf(mandates);
        paid = List.copyOf(paid);
    }

    public record Month(YearMonth month, boolean contributed) {}

    /** @param tolerated months that may be missed */
    public record Pledge(String pledgeNo, YearMonth from, YearMonth until, int tolerated) {}

    /** @param until last day, ended before its time or not; null: none agreed */
    public record Mandate(String mandateNo, LocalDate from, @Nullable LocalDate until) {
        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * An instalment paid in full.
     *
     * @param payableOn the due day, or the first working day after it when it is none: nobody need pay before
     * @param before what the bank told of it before it was paid in full, on the due day or later
     */
    public record Paid(int instalment, LocalDate dueOn, LocalDate payableOn, LocalDate paidOn, Money amount, @Nullable PaymentSource source, Set<DeductionOutcome> before) {
        public Paid {
            before = Set.copyOf(before);
        }

        /** Days after the day on which it was to be paid; below zero when it was paid before the due day. */
        long daysAfterDue() {
            return paidOn.isAfter(payableOn) ? paidOn.toEpochDay() - payableOn.toEpochDay() : Math.min(0, paidOn.toEpochDay() - dueOn.toEpochDay());
        }
    }
}

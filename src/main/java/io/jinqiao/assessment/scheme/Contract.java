package io.jinqiao.assessment.scheme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What the contract with one bank (委托协议) says of its assessment.
 *
 * @param scheme name of the scheme by which it is scored
 * @param schemeFrom the version that was signed, by its first day; null: the one in force on the first day of a period
 * @param rhythm how long a period is
 */
public record Contract(String scheme, @Nullable LocalDate schemeFrom, Rhythm rhythm, Fee fee, Time time) {

    public enum Rhythm {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Rhythm(int months) {
            this.months = months;
        }

        /** First day of the month, quarter or year a day lies in. */
        public LocalDate first(LocalDate day) {
            return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / months * months + 1, 1);
        }

        public LocalDate last(LocalDate day) {
            return first(day).plusMonths(months).minusDays(1);
        }
    }

    public enum Penalty {
        INCLUDED,
        EXCLUDED
    }

    /**
     * @param percent of the interest received, at most the scheme's cap
     * @param penaltyInterest whether it is in the base
     * @param heldBackPercent of the fee, until settlement
     */
    public record Fee(BigDecimal percent, Penalty penaltyInterest, BigDecimal heldBackPercent) {}

    /**
     * Days a bank has for what it owns.
     *
     * @param cutOff what arrives later counts from the next working day
     * @param reviewDays working days from the counter to the centre
     * @param disbursementDays working days from the instruction to the payment
     * @param supplementDays working days from what a registry asks for to what the bank hands in
     * @param silentDays days after a due day of which nothing was told, from which on a loan counts as late
     * @param closingDays working days after a period in which what may lawfully come later arrives; it is frozen after them
     * @param statementDays working days from an accounting date to the bank's book of it; null: no books were agreed on
     * @param maintenanceHours of announced maintenance that a period excuses at most; null: none
     */
    public record Time(
            String cutOff, int reviewDays, int disbursementDays, int supplementDays, int silentDays, int closingDays, @Nullable Integer statementDays, @Nullable Integer maintenanceHours) {
        public LocalTime latest() {
            return LocalTime.parse(cutOff);
        }
    }
}

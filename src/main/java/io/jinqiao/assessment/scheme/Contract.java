package io.jinqiao.assessment.scheme;

import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * What the contract with one bank (委托协议) says of its assessment.
 *
 * @param scheme name of the scheme by which it is scored
 * @param rhythm how long a period is
 */
public record Contract(String scheme, Rhythm rhythm, Fee fee, Time time) {

    public enum Rhythm {
        MONTH(1),
        QUARTER(3),
        YEAR(12);

        private final int months;

        Rhythm(int months) {
            this.months = months;
        }

        public int months() {
            return months;
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
     */
    public record Time(String cutOff, int reviewDays, int disbursementDays, int supplementDays, int silentDays) {
        public LocalTime latest() {
            return LocalTime.parse(cutOff);
        }
    }
}

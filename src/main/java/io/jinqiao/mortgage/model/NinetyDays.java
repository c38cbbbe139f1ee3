package io.jinqiao.mortgage.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A pre-notice loses its effect unless the registration is applied for within 90 calendar days of the day it became possible (Civil Code art. 221). That day does
 * not count itself (art. 201). A last day on a holiday is not moved on here: an alarm that is a day early harms nobody.
 *
 * @param possibleOn default: the building's first registration; null while there is none
 * @param appliedOn first day a conversion was applied for; null: none
 */
public record NinetyDays(@Nullable LocalDate possibleOn, @Nullable LocalDate appliedOn) {
    public static final int DAYS = 90;
    /** From then on somebody is told every day. */
    private static final int NEAR = 30;

    public enum Alarm {
        /** not possible yet: there is nothing to apply for */
        NOT_YET,
        RUNNING,
        NEAR,
        /** the pre-notice has lost its effect: a credit risk */
        LOST,
        /** applied for in time */
        MET,
        MET_LATE
    }

    /** Last day in time; null while it is not possible. */
    public @Nullable LocalDate lastDay() {
        return possibleOn == null ? null : possibleOn.plusDays(DAYS);
    }

    /** Days left with the last one; 0 when it is over; null while it is not possible. */
    public @Nullable Integer daysLeft(LocalDate today) {
        LocalDate last = lastDay();
        return last == null ? null : (int) Math.max(0, ChronoUnit.DAYS.between(today, last) + 1);
    }

    public Alarm alarm(LocalDate today) {
        LocalDate last = lastDay();
        if (appliedOn != null) {
            return last == null || !appliedOn.isAfter(last) ? Alarm.MET : Alarm.MET_LATE;
        }
        if (last == null) {
            return Alarm.NOT_YET;
        }
        if (today.isAfter(last)) {
            return Alarm.LOST;
        }
        return today.isBefore(last.minusDays(NEAR)) ? Alarm.RUNNING : Alarm.NEAR;
    }
}

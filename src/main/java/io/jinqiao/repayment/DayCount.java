package io.jinqiao.repayment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How days are counted and how many a year has; agreed in the contract. */
public enum DayCount {
    ACTUAL_360(360),
    ACTUAL_365(365),
    /** every month has 30 days, a 31st counts as the 30th */
    THIRTY_360(360);

    private final int year;

    DayCount(int year) {
        this.year = year;
    }

    public int year() {
        return year;
    }

    /** From one day to another, the first not counted. */
    public long days(LocalDate from, LocalDate to) {
        if (this != THIRTY_360) {
            return ChronoUnit.DAYS.between(from, to);
        }
        return 360L * (to.getYear() - from.getYear()) + 30L * (to.getMonthValue() - from.getMonthValue()) + thirty(to) - thirty(from);
    }

    private static int thirty(LocalDate day) {
        return Math.min(day.getDayOfMonth(), 30);
    }
}

package io.jinqiao.console.pages;

import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;

/**
 * How a case stands against the registry's working days.
 *
 * @param left working days until the promised day is over; 0 when it is
 * @param late working days beyond the promised day
 * @param unlawful working days beyond the legal one
 */
record Pace(int left, int late, int unlawful) {

    static Pace of(WorkingCalendar calendar, LocalDate promisedBy, LocalDate legalBy, LocalDate today) {
        return new Pace(calendar.between(today, promisedBy), calendar.between(promisedBy, today), calendar.between(legalBy, today));
    }
}

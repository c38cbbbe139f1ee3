package io.jinqiao.repayment;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * When a changed rate reaches a loan that runs already, and what it does to the instalment whose month it falls into. A public notice says the first;
 * the second is known of no centre, so it has to be agreed.
 */
public record Repricing(Day day, Straddling straddling) {

    public enum Day {
        /** 1 January of the year after the change */
        FIRST_OF_JANUARY,
        /** the next day of the disbursement's month and day, not before the change */
        CONTRACT_DAY
    }

    /** The instalment with old days and new ones. */
    public enum Straddling {
        OLD_RATE,
        NEW_RATE,
        /** interest by days, each at its rate; the principal is that of the new schedule */
        BY_DAYS
    }

    /** First day of a changed rate for a loan disbursed before. */
    public LocalDate reaches(LocalDate change, LocalDate disbursedOn) {
        if (day == Day.FIRST_OF_JANUARY) {
            return LocalDate.of(change.getYear() + 1, 1, 1);
        }
        MonthDay anniversary = MonthDay.from(disbursedOn);
        LocalDate thisYear = anniversary.atYear(change.getYear());
        return thisYear.isBefore(change) ? anniversary.atYear(change.getYear() + 1) : thisYear;
    }
}

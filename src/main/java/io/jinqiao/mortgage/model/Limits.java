package io.jinqiao.mortgage.model;

import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many working days a registry has from the day it was handed in; the day itself does not count.
 *
 * @param promised what the city promises
 * @param legal the most the law allows
 */
public record Limits(int promised, int legal) {

    /** How a case stands against its days. */
    public enum Pace {
        IN_TIME,
        /** beyond what was promised */
        LATE,
        /** beyond what is legal */
        UNLAWFULLY_LATE,
        /** waits for us: the registry's days do not run */
        STANDS_STILL,
        OVER
    }

    /**
     * @param from day from which they count
     * @param promisedBy last promised one @param legalBy last legal one
     */
    public record Days(LocalDate from, LocalDate promisedBy, LocalDate legalBy) {}

    public Days from(WorkingCalendar calendar, LocalDate day) {
        return new Days(day, promisedBy(calendar, day), legalBy(calendar, day));
    }

    public LocalDate promisedBy(WorkingCalendar calendar, LocalDate filedOn) {
        return calendar.plus(filedOn, promised);
    }

    public LocalDate legalBy(WorkingCalendar calendar, LocalDate filedOn) {
        return calendar.plus(filedOn, legal);
    }

    public Pace pace(WorkingCalendar calendar, LocalDate filedOn, @Nullable RegistrationState state, LocalDate today) {
        if (state != null && state.ended()) {
            return Pace.OVER;
        }
        if (state == RegistrationState.SUPPLEMENT) {
            return Pace.STANDS_STILL;
        }
        if (today.isAfter(legalBy(calendar, filedOn))) {
            return Pace.UNLAWFULLY_LATE;
        }
        return today.isAfter(promisedBy(calendar, filedOn)) ? Pace.LATE : Pace.IN_TIME;
    }
}

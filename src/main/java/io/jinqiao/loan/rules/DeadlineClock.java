package io.jinqiao.loan.rules;

import io.jinqiao.loan.LoanDeadline.Kind;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the days of one clock. The day it starts does not count; of a pause, the day it begins counts and the day it ends does not.
 * A calendar clock that runs out on a day off runs until the next working day.
 */
public final class DeadlineClock {
    private final WorkingCalendar calendar;
    private final Kind kind;
    private final List<Stretch> pauses;

    /** @param to null while it lasts */
    public record Stretch(LocalDate from, @Nullable LocalDate to) {
        boolean swallows(LocalDate day) {
            return day.isAfter(from) && (to == null || !day.isAfter(to));
        }
    }

    public DeadlineClock(WorkingCalendar calendar, Kind kind, List<Stretch> pauses) {
        this.calendar = calendar;
        this.kind = kind;
        this.pauses = List.copyOf(pauses);
    }

    /** Last day in time; null when a pause that still lasts comes first. */
    public @Nullable LocalDate due(LocalDate started, int days) {
        LocalDate day = started;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (endless(day)) {
                return null;
            }
            left -= counts(day) ? 1 : 0;
        }
        return kind == Kind.CALENDAR ? calendar.workedOnOrAfter(day) : day;
    }

    /** Days of this clock after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public int counted(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += counts(day) ? 1 : 0;
        }
        return count;
    }

    private boolean counts(LocalDate day) {
        return pauses.stream().noneMatch(p -> p.swallows(day)) && (kind == Kind.CALENDAR || calendar.isWorkingDay(day));
    }

    private boolean endless(LocalDate day) {
        return pauses.stream().anyMatch(p -> p.to() == null && p.swallows(day));
    }
}

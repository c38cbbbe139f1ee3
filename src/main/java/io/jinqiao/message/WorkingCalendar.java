package io.jinqiao.message;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Working days: Monday to Friday, without the holidays and with the make-up days (调休) of the years that were published. A year nobody
 * published yet counts Monday to Friday, and every date in it is {@link #provisional}.
 */
public final class WorkingCalendar {
    /** Where the centre's days begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TreeSet<Integer> published = new TreeSet<>();
    private final Set<LocalDate> off = new HashSet<>();
    private final Set<LocalDate> worked = new HashSet<>();

    /** One published year. @param worked make-up days, worked although on a weekend */
    public record Year(int year, Set<LocalDate> off, Set<LocalDate> worked) {}

    public WorkingCalendar(Collection<Year> years) {
        for (Year year : years) {
            published.add(year.year());
            off.addAll(year.off());
            worked.addAll(year.worked());
        }
    }

    /** The centre's date now. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (worked.contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !off.contains(day);
    }

    /** The day itself when it is worked, else the next one that is. */
    public LocalDate workedOnOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The {@code count}-th working day after a day, which itself does not count; {@code count} 0 gives the day. */
    public LocalDate plus(LocalDate day, int count) {
        LocalDate at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            left -= isWorkingDay(at) ? 1 : 0;
        }
        return at;
    }

    /** Working days after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
            count += isWorkingDay(at) ? 1 : 0;
        }
        return count;
    }

    /** Whether the year of this date was not published, so that the answer may still change. */
    public boolean provisional(LocalDate day) {
        return !published.contains(day.getYear());
    }

    /** Whether a year begins within a month that nobody published yet: somebody must be told. */
    public boolean nextYearMissing(LocalDate today) {
        return provisional(today.plusMonths(1));
    }
}

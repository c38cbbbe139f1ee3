package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The days of a period, both ends counted. */
public record Days(LocalDate first, LocalDate last) {
    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public int count() {
        return (int) (last.toEpochDay() - first.toEpochDay() + 1);
    }

    public LocalDate next() {
        return last.plusDays(1);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The instant at which its first day begins at the centre. */
    public OffsetDateTime begins() {
        return start(first);
    }

    public OffsetDateTime ends() {
        return start(next());
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }
}

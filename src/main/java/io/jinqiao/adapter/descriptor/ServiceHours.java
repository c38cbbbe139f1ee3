package io.jinqiao.adapter.descriptor;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the partner takes messages, every day alike. A {@code to} at or before {@code from} means until that time next day; equal
 * times mean around the clock.
 */
public record ServiceHours(ZoneId zone, LocalTime from, LocalTime to) {

    public boolean open(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        if (from.equals(to)) {
            return true;
        }
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    /** The same instant when open, else the next opening. */
    public Instant nextOpen(Instant at) {
        if (open(at)) {
            return at;
        }
        ZonedDateTime opening = at.atZone(zone).with(from);
        return (opening.toInstant().isBefore(at) ? opening.plusDays(1) : opening).toInstant();
    }
}

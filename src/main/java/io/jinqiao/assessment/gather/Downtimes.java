package io.jinqiao.assessment.gather;

import io.jinqiao.message.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that counts against nobody: this side was down, or the bank had announced maintenance. It gives back what it took, and no more. */
record Downtimes(List<Downtime> list) {
    /** A day on which this side was down so long is none of a bank's working days. */
    private static final Duration LOSES_A_DAY = Duration.ofHours(1);

    /** @param side centre or bank */
    record Downtime(String side, Instant from, Instant until) {
        private Duration within(Instant begin, Instant end) {
            Instant first = from.isAfter(begin) ? from : begin;
            Instant last = until.isBefore(end) ? until : end;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    /** Maintenance beyond its hours excuses nothing; what came first counts first, and an hour announced twice once. */
    static Downtimes of(List<Downtime> all, @Nullable Integer maintenanceHours) {
        Duration left = Duration.ofHours(maintenanceHours == null ? 0 : maintenanceHours);
        Instant given = Instant.MIN;
        List<Downtime> counts = new ArrayList<>();
        for (Downtime one : all.stream().sorted(Comparator.comparing(Downtime::from)).toList()) {
            if (one.side().equals("centre")) {
                counts.add(one);
            } else {
                Duration more = shorter(one.within(given, Instant.MAX), left);
                if (!more.isZero()) {
                    Instant from = one.from().isAfter(given) ? one.from() : given;
                    given = from.plus(more);
                    left = left.minus(more);
                    counts.add(new Downtime(one.side(), from, given));
                }
            }
        }
        return new Downtimes(counts);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Why something between two instants counts against nobody; null when it does. */
    @Nullable String excuse(Instant from, Instant until) {
        return list.stream()
                .filter(down -> down.from().isBefore(until) && down.until().isAfter(from))
                .map(down -> down.side().equals("centre") ? "centre-down" : "announced-maintenance")
                .findFirst()
                .orElse(null);
    }

    /** When a time ends that began at {@code from} and was to end at {@code until}, with what downtime took of it given back. */
    Instant extended(Instant from, Instant until) {
        Instant end = until;
        Instant next = until.plus(down(from, end));
        while (next.isAfter(end)) {
            end = next;
            next = until.plus(down(from, end));
        }
        return end;
    }

    /** The last working day of a time that began after {@code from} and was to end on {@code due}, with the days this side took of it given back. */
    LocalDate due(LocalDate from, LocalDate due, WorkingCalendar calendar) {
        LocalDate end = due;
        LocalDate next = calendar.plus(due, lost(from, end, calendar));
        while (next.isAfter(end)) {
            end = next;
            next = calendar.plus(due, lost(from, end, calendar));
        }
        return end;
    }

    /** Working days after the first and up to the last on which this side was down. */
    int lost(LocalDate first, LocalDate last, WorkingCalendar calendar) {
        Downtimes ours = new Downtimes(list.stream().filter(one -> one.side().equals("centre")).toList());
        LocalDate begin = first.plusDays(1);
        return ours.list.isEmpty() ? 0 : (int) begin.datesUntil(last.isAfter(first) ? last.plusDays(1) : begin).filter(day -> calendar.isWorkingDay(day) && ours.takes(day)).count();
    }

    private boolean takes(LocalDate day) {
        Instant begin = day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        return down(begin, end).compareTo(LOSES_A_DAY) >= 0;
    }

    /** Time in which anything was down; two at once count once. */
    private Duration down(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        Instant counted = from;
        for (Downtime one : list.stream().sorted(Comparator.comparing(Downtime::from)).toList()) {
            sum = sum.plus(one.within(counted, until));
            counted = one.until().isAfter(counted) ? one.until() : counted;
        }
        return sum;
    }
}

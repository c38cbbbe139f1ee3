package io.jinqiao.loan.rules;

import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadline.State;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Pause;
import io.jinqiao.loan.rules.DeadlineClock.Stretch;
import io.jinqiao.loan.rules.Deadlines.Deadline;
import io.jinqiao.loan.rules.Deadlines.Limit;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From what happened to a loan to where its clocks stand. Pure. */
public final class Clocks {
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;

    /** Something that happened, on the centre's date. */
    public record Happened(LoanEvent.Type type, LocalDate on) {}

    public Clocks(Deadlines deadlines, WorkingCalendar calendar) {
        this.deadlines = deadlines;
        this.calendar = calendar;
    }

    /** @param events in the order they happened */
    public List<LoanDeadline> of(List<Happened> events, LocalDate today) {
        List<LoanDeadline> running = new ArrayList<>();
        for (Deadline deadline : deadlines.all()) {
            int start = start(deadline, events);
            if (start >= 0) {
                for (LoanDeadline.Clock clock : LoanDeadline.Clock.values()) {
                    Optional.ofNullable(deadline.limits().get(clock))
                            .flatMap(limits -> limits.find(events.get(start).on()))
                            .ifPresent(limit -> running.add(clock(deadline, limit, events, start, today)));
                }
            }
        }
        return running;
    }

    private static int start(Deadline deadline, List<Happened> events) {
        List<LoanEvent.Type> types = events.stream().map(Happened::type).toList();
        return deadline.restarts() ? types.lastIndexOf(deadline.starts()) : types.indexOf(deadline.starts());
    }

    private LoanDeadline clock(Deadline deadline, Limit limit, List<Happened> events, int start, LocalDate today) {
        LocalDate started = events.get(start).on();
        List<Happened> since = events.subList(start + 1, events.size());
        LocalDate ended = since.stream()
                .filter(e -> deadline.ends().contains(e.type()))
                .map(Happened::on)
                .findFirst()
                .orElse(null);
        List<Stretch> pauses = stretches(deadline, since);
        DeadlineClock clock = new DeadlineClock(calendar, limit.kind(), pauses);
        LocalDate due = limit.days() == null ? null : clock.due(started, limit.days());
        boolean paused = pauses.stream().anyMatch(p -> p.to() == null);
        State state = state(limit, due, ended, paused, today);
        return new LoanDeadline(
                deadline.name(), deadline.chinese(), deadline.english(), deadline.owner(), limit.clock(), limit.kind(), started,
                due, left(clock, limit, started, due, ended, today), state, due != null && calendar.provisional(due),
                limit.assumed(), limit.source());
    }

    private static State state(
            Limit limit, @Nullable LocalDate due, @Nullable LocalDate ended, boolean paused, LocalDate today) {
        if (limit.days() == null) {
            return State.UNKNOWN;
        }
        if (ended != null) {
            return due != null && ended.isAfter(due) ? State.MET_LATE : State.MET;
        }
        if (due == null || paused && !today.isAfter(due)) {
            return State.PAUSED;
        }
        return today.isAfter(due) ? State.LATE : State.RUNNING;
    }

    private static @Nullable Integer left(
            DeadlineClock clock,
            Limit limit,
            LocalDate started,
            @Nullable LocalDate due,
            @Nullable LocalDate ended,
            LocalDate today) {
        if (ended != null || limit.days() == null) {
            return null;
        }
        if (due == null) {
            return limit.days() - clock.counted(started, today);
        }
        return today.isAfter(due) ? -clock.counted(due, today) : clock.counted(today, due);
    }

    /** The pauses of this deadline's kinds; one that has not ended is open. */
    private static List<Stretch> stretches(Deadline deadline, List<Happened> events) {
        List<Stretch> stretches = new ArrayList<>();
        for (Pause.Reason reason : deadline.pauses()) {
            LocalDate from = null;
            for (Happened event : events) {
                if (from == null && event.type() == begin(reason)) {
                    from = event.on();
                } else if (from != null && ends(reason).contains(event.type())) {
                    stretches.add(new Stretch(from, event.on()));
                    from = null;
                }
            }
            if (from != null) {
                stretches.add(new Stretch(from, null));
            }
        }
        return stretches;
    }

    private static LoanEvent.Type begin(Pause.Reason reason) {
        return reason == Pause.Reason.RETURNED ? LoanEvent.Type.RETURNED : LoanEvent.Type.FUNDS_AWAITED;
    }

    private static Collection<LoanEvent.Type> ends(Pause.Reason reason) {
        return reason == Pause.Reason.RETURNED
                ? Set.of(LoanEvent.Type.SUPPLEMENTED, LoanEvent.Type.WITHDRAWN)
                : Set.of(LoanEvent.Type.FUNDS_ARRIVED, LoanEvent.Type.WITHDRAWN);
    }
}

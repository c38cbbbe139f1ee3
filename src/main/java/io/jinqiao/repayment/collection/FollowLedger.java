package io.jinqiao.repayment.collection;

import io.jinqiao.message.CollectionOrder.Reason;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.rules.Ladder;
import io.jinqiao.repayment.rules.Ladder.Rung;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger was told something new, or a day passed: the case ends, a promise is kept or broken, a deadline is missed, the next step is ordered.
 *
 * @param today by the centre's calendar; the ledger's day may be behind
 * @param silent the bank tells nothing any more: what was owed may be paid, so nothing is ordered
 * @param orderNo number of the next order, if one is made
 */
public record FollowLedger(LedgerSays ledger, Ladder ladder, WorkingCalendar calendar, LocalDate today, boolean silent, String orderNo) implements CaseMove {

    /** Days since the oldest instalment should have been paid; a due day that is no working day counts from the next one. */
    public static int days(LocalDate day, @Nullable LocalDate oldestDue, WorkingCalendar calendar) {
        return oldestDue == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(calendar.workedOnOrAfter(oldestDue), day));
    }

    @Override
    public CaseStep on(CollectionCase from) {
        if (from.state().closed()) {
            throw CaseMove.forbidden(from.state());
        }
        List<CaseEvent> events = new ArrayList<>();
        if (ledger.overdue() == 0) {
            return close(from, events);
        }
        if (from.state() instanceof CaseState.Excluded) {
            return new CaseStep(from, events);
        }
        CollectionCase now = miss(from, events);
        if (silent) {
            return new CaseStep(now, events);
        }
        if (now.state() instanceof CaseState.Promised promise) {
            now = followUp(now, promise, events);
            if (now.state() instanceof CaseState.Promised) {
                return new CaseStep(now, events);
            }
        }
        boolean broken = events.stream().anyMatch(CaseEvent.PromiseBroken.class::isInstance);
        return new CaseStep(next(now, broken, events), events);
    }

    private CaseStep close(CollectionCase from, List<CaseEvent> events) {
        LocalDate on = ledger.lastPaidOn() == null ? ledger.day() : ledger.lastPaidOn();
        CaseState closed = ledger.balance().fen() == 0 ? new CaseState.Settled(on, ledger.sources()) : new CaseState.Cured(on, ledger.sources());
        if (from.state() instanceof CaseState.Promised promise) {
            events.add(on.isAfter(promise.payBy())
                    ? new CaseEvent.PromiseBroken(promise.recordNo(), ledger.paidInPromise())
                    : new CaseEvent.PromiseKept(promise.recordNo()));
        }
        CollectionCase now = endLatest(from, on.isAfter(dueOn(from)) ? OrderState.MISSED : OrderState.WITHDRAWN, events).to(closed);
        events.add(new CaseEvent.Closed(closed));
        return new CaseStep(now, events);
    }

    private static LocalDate dueOn(CollectionCase from) {
        return from.latest() == null ? LocalDate.MAX : from.latest().dueOn();
    }

    private CollectionCase miss(CollectionCase from, List<CaseEvent> events) {
        return today.isAfter(dueOn(from)) ? endLatest(from, OrderState.MISSED, events) : from;
    }

    private static CollectionCase endLatest(CollectionCase from, OrderState state, List<CaseEvent> events) {
        CollectionCase.Ordered latest = from.latest();
        if (latest == null || !latest.state().next().contains(state)) {
            return from;
        }
        events.add(new CaseEvent.OrderEnded(latest.orderNo(), state));
        return from.with(new CollectionCase.Ordered(latest.orderNo(), state, latest.dueOn()));
    }

    /** A promise whose last day the ledger does not reach is neither kept nor broken, unless enough was paid before. */
    private CollectionCase followUp(CollectionCase from, CaseState.Promised promise, List<CaseEvent> events) {
        PromiseSays says = new PromiseSays(promise.amount(), ledger.paidInPromise(), ledger.owedAtPromise());
        if (!says.known()) {
            return from;
        }
        events.add(says.kept() ? new CaseEvent.PromiseKept(promise.recordNo()) : new CaseEvent.PromiseBroken(promise.recordNo(), ledger.paidInPromise()));
        return from.to(new CaseState.Collecting());
    }

    private CollectionCase next(CollectionCase now, boolean broken, List<CaseEvent> events) {
        CollectionCase.Ordered latest = now.latest();
        if (latest != null && latest.state().open() && !today.isAfter(latest.dueOn())) {
            return now;
        }
        Optional<Rung> fitting = ladder.fitting(ledger.overdue(), days(ledger.day(), ledger.oldestDue(), calendar));
        int reached = now.reached() == null ? -1 : ladder.place(now.reached());
        boolean graver = fitting.isPresent() && ladder.place(fitting.get().id()) > reached;
        Rung rung = graver || reached < 0 ? fitting.orElse(null) : ladder.rungs().get(reached);
        boolean due = graver || broken || latest == null || !today.isBefore(calendar.plus(latest.dueOn(), ladder.again()));
        return rung == null || !due ? now : order(now, rung, broken, events);
    }

    private CollectionCase order(CollectionCase now, Rung rung, boolean broken, List<CaseEvent> events) {
        LocalDate dueOn = calendar.plus(today, rung.within());
        Reason reason = broken ? Reason.PROMISE_BROKEN : ledger.day().isAfter(ledger.matured()) ? Reason.MATURED_UNPAID : Reason.OVERDUE;
        events.add(new CaseEvent.Order(
                orderNo, rung.id(), rung.step(), reason, rung.whom(), ledger.overdue(), Objects.requireNonNull(ledger.oldestDue()), ledger.owed(), dueOn,
                now.latest() == null ? null : now.latest().orderNo()));
        return now.reaching(rung.id(), new CollectionCase.Ordered(orderNo, OrderState.ISSUED, dueOn));
    }
}

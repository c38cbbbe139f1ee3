package io.jinqiao.console.pages;

import io.jinqiao.console.facts.CollectionFacts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as strips over its days: one for each order, act of the bank's own and promise. Places are thousandths from the left.
 *
 * @param today place of today; null when the case is over
 */
record CollectionPicture(LocalDate from, LocalDate to, @Nullable Integer today, List<Strip> strips) {
    private static final int WIDTH = 1000;
    private static final int LEAST = 8;

    /**
     * @param kind order, act, promise
     * @param state of the order or the promise; the outcome of an act
     * @param begin of the bar
     * @param length of the bar
     * @param mark where it was done; null: not
     * @param late done after the bar, or told late
     */
    record Strip(
            String kind,
            String word,
            String state,
            int begin,
            int length,
            @Nullable Integer mark,
            boolean late,
            CollectionFacts.@Nullable Order order,
            CollectionFacts.@Nullable Act act) {}

    static CollectionPicture of(CollectionFacts.Case one, List<CollectionFacts.Order> orders, List<CollectionFacts.Act> acts, LocalDate today) {
        LocalDate last = one.closedOn() == null ? today : one.closedOn();
        for (CollectionFacts.Order order : orders) {
            last = order.dueOn().isAfter(last) ? order.dueOn() : last;
        }
        for (CollectionFacts.Act act : acts) {
            last = act.promiseBy() != null && act.promiseBy().isAfter(last) ? act.promiseBy() : last;
        }
        Scale scale = new Scale(one.overdueSince(), last.plusDays(1));
        List<Strip> strips = new ArrayList<>();
        orders.forEach(order -> strips.add(order(order, scale)));
        for (CollectionFacts.Act act : acts) {
            if (act.orderNo() == null) {
                int at = scale.place(act.doneAt().toLocalDate());
                strips.add(new Strip("act", act.step(), act.outcome(), at, 0, at, act.filedLate(), null, act));
            }
            if (act.promiseBy() != null) {
                int begin = scale.place(act.doneAt().toLocalDate());
                strips.add(new Strip(
                        "promise", act.step(), act.promiseBecame() == null ? "open" : act.promiseBecame(), begin, scale.length(begin, act.promiseBy()), null, false, null, act));
            }
        }
        return new CollectionPicture(scale.from(), last, one.closedOn() == null ? scale.place(today) : null, strips);
    }

    private static Strip order(CollectionFacts.Order order, Scale scale) {
        int begin = scale.place(order.orderedAt().toLocalDate());
        Integer mark = order.doneAt() == null ? null : scale.place(order.doneAt().toLocalDate());
        return new Strip(
                "order", order.step(), order.state(), begin, scale.length(begin, order.dueOn()), mark,
                Boolean.FALSE.equals(order.doneInTime()) || Boolean.TRUE.equals(order.filedLate()), order, null);
    }

    private record Scale(LocalDate from, LocalDate to) {
        /** The left edge of a day. */
        int place(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(from, to));
            return (int) (WIDTH * Math.min(days, Math.max(0, ChronoUnit.DAYS.between(from, day))) / days);
        }

        int length(int begin, LocalDate lastDay) {
            return Math.max(LEAST, place(lastDay.plusDays(1)) - begin);
        }
    }
}

package io.jinqiao.repayment.model;

import io.jinqiao.message.Money;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.Penalty.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the penalty interest of an instalment comes to by the loan's own terms: each part bears it from the due day to the day on which it was paid. */
public final class PenaltyDue {
    private PenaltyDue() {}

    /** @param until day on which it was paid, or up to which it is owed */
    public record Part(Money principal, Money interest, LocalDate until) {}

    public static Money of(Penalty terms, Rates rates, LocalDate dueOn, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.until().isAfter(dueOn))
                .map(part -> terms.accrued(part.principal(), part.interest(), spans(rates, dueOn, part.until())))
                .reduce(Money.ZERO, (one, other) -> new Money(Math.addExact(one.fen(), other.fen())));
    }

    /** Each day bears it at the rate in force on it. */
    private static List<Span> spans(Rates rates, LocalDate from, LocalDate until) {
        List<Span> spans = new ArrayList<>();
        LocalDate day = from;
        for (LocalDate changed : rates.changedBetween(from, until)) {
            spans.add(new Span(rates.on(day), day, changed));
            day = changed;
        }
        spans.add(new Span(rates.on(day), day, until));
        return spans;
    }
}

package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Money;
import io.jinqiao.repayment.Penalty;
import java.time.LocalDate;
import java.util.List;

/** What the penalty interest of an instalment comes to by the loan's own terms: each part bears it from the due day to the day on which it was paid. */
public final class PenaltyDue {
    private PenaltyDue() {}

    /** @param until day on which it was paid, or up to which it is owed */
    public record Part(Money principal, Money interest, LocalDate until) {}

    public static Money of(Penalty terms, AnnualRate rate, LocalDate dueOn, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.until().isAfter(dueOn))
                .map(part -> terms.accrued(part.principal(), part.interest(), rate, dueOn, part.until()))
                .reduce(Money.ZERO, (one, other) -> new Money(Math.addExact(one.fen(), other.fen())));
    }
}

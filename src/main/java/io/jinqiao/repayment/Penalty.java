package io.jinqiao.repayment;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How an instalment that was not paid bears interest (罚息). The same facts give anything from half to twice the amount by these four, so they are
 * stored with the loan and have no default.
 *
 * @param times of the contract's rate, such as 1.5
 * @param graceDays calendar days after the due day in which nothing is charged; one day later all days count
 */
public record Penalty(Base base, BigDecimal times, DayCount dayCount, int graceDays) {
    static final int MOST_GRACE = 90;

    /** What bears it. */
    public enum Base {
        PRINCIPAL,
        PRINCIPAL_AND_INTEREST
    }

    public Penalty {
        if (times.signum() < 0 || times.compareTo(BigDecimal.TEN) > 0 || graceDays < 0 || graceDays > MOST_GRACE) {
            throw new IllegalArgumentException("no penalty is agreed like this: " + times + " times after " + graceDays + " days");
        }
    }

    /** Days at one rate. @param until first day after them */
    public record Span(AnnualRate rate, LocalDate from, LocalDate until) {}

    /**
     * @param principal unpaid from the due day to the day it was paid
     * @param paidOn or the day that is asked about
     */
    public Money accrued(Money principal, Money interest, AnnualRate rate, LocalDate dueOn, LocalDate paidOn) {
        return accrued(principal, interest, List.of(new Span(rate, dueOn, paidOn)));
    }

    /** @param spans from the due day to the day it was paid, one after the other; at least one */
    public Money accrued(Money principal, Money interest, List<Span> spans) {
        if (ChronoUnit.DAYS.between(spans.get(0).from(), spans.get(spans.size() - 1).until()) <= graceDays) {
            return Money.ZERO;
        }
        long bearing = base == Base.PRINCIPAL ? principal.fen() : Math.addExact(principal.fen(), interest.fen());
        BigDecimal percentDays = spans.stream()
                .map(span -> span.rate().percent().multiply(BigDecimal.valueOf(dayCount.days(span.from(), span.until()))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(times);
        return new Money(BigDecimal.valueOf(bearing)
                .multiply(percentDays)
                .divide(BigDecimal.valueOf(100L * dayCount.year()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}

package io.jinqiao.repayment.model;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.repayment.DayCount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Interest of a period, taken from the balance as it stands in the book, in whole fen. The closed formula for the n-th period, which some systems
 * use, parts from the book by a fen now and then and never comes back.
 */
final class Interest {
    private static final int MONTHS = 12;
    private static final int DAYS = 360;
    private static final int PERCENT = 100;

    private Interest() {}

    /** One month, whatever its days. */
    static long month(long balance, AnnualRate rate) {
        return of(balance, rate, 1, MONTHS);
    }

    /** Of one instalment, from what is not due yet of the principal when its period begins. A first period that is no month bears it by days. */
    static long due(Terms terms, int instalment, long balance, AnnualRate rate) {
        if (terms.method() == RepaymentMethod.SINGLE_REPAYMENT) {
            return of(balance, rate, terms.months(), MONTHS);
        }
        boolean stub = instalment == 1 && !terms.disbursedOn().plusMonths(1).equals(terms.firstDue());
        return stub ? days360(balance, rate, DayCount.THIRTY_360.days(terms.disbursedOn(), terms.firstDue())) : month(balance, rate);
    }

    /** No instalment bears more: what the whole loan bears in two years. */
    static long most(Terms terms) {
        return of(terms.amount().fen(), terms.rate(), 2, 1);
    }

    /** {@code part / whole} of a year's interest; half a fen rounds up. */
    static long of(long balance, AnnualRate rate, long part, long whole) {
        return BigDecimal.valueOf(balance)
                .multiply(rate.percent())
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole * PERCENT), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static long days360(long balance, AnnualRate rate, long days) {
        return of(balance, rate, days, DAYS);
    }

    /** The instalment that pays a balance back in equal instalments: P·i·(1+i)^n / ((1+i)^n − 1), in fen; half a fen rounds up. */
    static long equalInstalment(long balance, AnnualRate rate, int months) {
        BigDecimal i = rate.percent().divide(BigDecimal.valueOf((long) MONTHS * PERCENT), MathContext.DECIMAL128);
        BigDecimal grown = BigDecimal.ONE.add(i).pow(months, MathContext.DECIMAL128);
        return BigDecimal.valueOf(balance)
                .multiply(i, MathContext.DECIMAL128)
                .multiply(grown, MathContext.DECIMAL128)
                .divide(grown.subtract(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}

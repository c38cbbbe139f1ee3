package io.jinqiao.assessment.score;

import io.jinqiao.message.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The entrusted-loan fee (委贷手续费) of one bank and period.
 *
 * @param full before the coefficient
 * @param due what is owed
 */
public record Fee(Money full, Money due) {

    /**
     * Interest really received × contract rate × coefficient; each of the two products to whole fen, half up.
     *
     * @param ratePercent as the contract has it
     * @param capPercent most a contract may have, as the scheme has it
     * @throws IllegalArgumentException when the contract's rate is above the cap
     */
    public static Fee of(Money interest, BigDecimal ratePercent, BigDecimal capPercent, BigDecimal coefficient) {
        if (ratePercent.compareTo(capPercent) > 0) {
            throw new IllegalArgumentException("the contract's rate " + ratePercent + " % is above the cap of " + capPercent + " %");
        }
        Money full = times(interest, ratePercent.movePointLeft(2));
        return new Fee(full, times(full, coefficient));
    }

    private static Money times(Money money, BigDecimal factor) {
        return new Money(BigDecimal.valueOf(money.fen()).multiply(factor).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}

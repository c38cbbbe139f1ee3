package io.jinqiao.message;

import java.math.BigDecimal;

/**
 * A yearly interest rate in percent (年利率, JKHTLL, DKLL), five decimals, above 0 and below 100. JGJ/T 320 gives the rate seven decimals;
 * a partner that writes it as a fraction of one needs a conversion in its table.
 */
public record AnnualRate(BigDecimal percent) {
    private static final int PLACES = 5;

    public AnnualRate {
        if (percent.signum() <= 0 || percent.compareTo(BigDecimal.valueOf(100)) >= 0) {
            throw new IllegalValue(FailureCode.NUMBER_OUT_OF_RANGE, "0.00001", "99.99999");
        }
        percent = percent.setScale(PLACES);
    }

    /** Reads percent, such as {@code 2.6}. */
    public static AnnualRate parse(String percent) {
        return new AnnualRate(Decimals.parse(percent, 2, PLACES));
    }

    /** The canonical form: percent with five decimals. */
    @Override
    public String toString() {
        return percent.toPlainString();
    }
}

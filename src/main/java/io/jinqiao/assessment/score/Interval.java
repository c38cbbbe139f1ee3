package io.jinqiao.assessment.score;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Where a share lies with 95 % confidence (Wilson's interval, z = 1.959964), to four decimals, half up. */
public record Interval(BigDecimal low, BigDecimal high) {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal Z = new BigDecimal("1.959964");
    private static final BigDecimal Z_SQUARE = Z.multiply(Z);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * @param of how many of {@code per}, 0 ≤ of ≤ per, per &gt; 0
     * @param times 100 for per cent
     */
    static Interval of(long of, long per, int times) {
        BigDecimal n = BigDecimal.valueOf(per);
        BigDecimal share = BigDecimal.valueOf(of).divide(n, EXACT);
        BigDecimal middle = share.add(Z_SQUARE.divide(TWO.multiply(n), EXACT));
        BigDecimal spread = share.multiply(BigDecimal.ONE.subtract(share))
                .divide(n, EXACT)
                .add(Z_SQUARE.divide(BigDecimal.valueOf(4).multiply(n).multiply(n), EXACT))
                .sqrt(EXACT)
                .multiply(Z);
        BigDecimal whole = BigDecimal.ONE.add(Z_SQUARE.divide(n, EXACT));
        return new Interval(shown(middle.subtract(spread), whole, times), shown(middle.add(spread), whole, times));
    }

    private static BigDecimal shown(BigDecimal part, BigDecimal whole, int times) {
        BigDecimal end = part.divide(whole, EXACT).max(BigDecimal.ZERO).min(BigDecimal.ONE);
        return end.multiply(BigDecimal.valueOf(times)).setScale(4, RoundingMode.HALF_UP);
    }
}

package io.jinqiao.console.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a bank stands among the others without telling anything of one of them: quarters of the field where it is large, its own rank where it is small, nothing
 * where it is smaller still. Never a best or worst score, which would be one bank's.
 *
 * @param banks how many there are, this one included
 * @param rank 1 is the best; those alike share it; null: too few banks
 * @param quartiles upper ends of the three lower quarters in whole points; empty: too few banks
 */
record Distribution(int banks, @Nullable Integer rank, List<BigDecimal> quartiles) {
    /** Fewer, and a rank would tell the order of two. */
    static final int RANKED = 4;

    /** Fewer, and a quarter would be one or two banks. */
    static final int QUARTERED = 8;

    /** @param totals of all banks, from the least up @param own null: it has none */
    static Distribution of(List<BigDecimal> totals, @Nullable BigDecimal own) {
        int banks = totals.size();
        boolean known = own != null && totals.stream().anyMatch(total -> total.compareTo(own) == 0);
        Integer rank = known && banks >= RANKED ? 1 + (int) totals.stream().filter(total -> total.compareTo(own) > 0).count() : null;
        return new Distribution(banks, rank, banks < QUARTERED ? List.of() : List.of(quartile(totals, 1), quartile(totals, 2), quartile(totals, 3)));
    }

    /** Between the two scores it lies between, in whole points, so that it is nobody's. */
    private static BigDecimal quartile(List<BigDecimal> totals, int quarter) {
        BigDecimal place = BigDecimal.valueOf(totals.size() - 1L).multiply(BigDecimal.valueOf(quarter)).divide(BigDecimal.valueOf(4));
        BigDecimal low = totals.get(place.intValue());
        BigDecimal high = totals.get(Math.min(place.intValue() + 1, totals.size() - 1));
        return low.add(high.subtract(low).multiply(place.remainder(BigDecimal.ONE))).setScale(0, RoundingMode.HALF_UP);
    }
}

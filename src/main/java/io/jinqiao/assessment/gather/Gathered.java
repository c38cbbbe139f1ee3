package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Fact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything counted of one bank in a period. */
public record Gathered(Days days, List<Counted> rows) {
    public Gathered {
        rows = List.copyOf(rows);
    }

    /** What the rows that count add up to. Nothing entered of what only people can tell: those facts are not there. */
    public Map<Fact, Long> facts() {
        Map<Fact, BigInteger> sums = new EnumMap<>(Fact.class);
        for (Measure measure : Measure.values()) {
            if (!measure.entered() || rows.stream().anyMatch(row -> row.measure() == measure)) {
                measure.facts().forEach(fact -> sums.put(fact, BigInteger.ZERO));
            }
        }
        rows.stream().filter(row -> row.excluded() == null).forEach(row -> add(row, sums));
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        sums.forEach((fact, sum) -> facts.put(fact, divided(sum, Measure.divisor(fact, days))));
        return facts;
    }

    private static void add(Counted row, Map<Fact, BigInteger> sums) {
        for (int i = 0; i < row.amounts().size(); i++) {
            sums.merge(row.measure().facts().get(i), BigInteger.valueOf(row.amounts().get(i)), BigInteger::add);
        }
    }

    /** Half up, once, of the whole sum. */
    private static long divided(BigInteger sum, int divisor) {
        return new BigDecimal(sum).divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP).longValueExact();
    }
}

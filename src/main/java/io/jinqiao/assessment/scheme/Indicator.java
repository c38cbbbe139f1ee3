package io.jinqiao.assessment.scheme;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thing a bank is measured by. Its value is {@code of ÷ per × times}; points run linearly from none at {@code zero} to all at {@code full}.
 *
 * @param id such as {@code O1}
 * @param block overdue, time, quality, data, service
 * @param times 100 for per cent, 1000 for per mille, 1 for a mean
 * @param unit printed behind a value, such as {@code ‰}
 * @param weight points at {@code full}
 * @param sample the events expected; fewer than {@code least} grade nobody
 */
public record Indicator(
        String id,
        Title title,
        String block,
        Formula of,
        Formula per,
        int times,
        String unit,
        BigDecimal full,
        BigDecimal zero,
        BigDecimal weight,
        Formula sample,
        long least,
        String source) {

    /** Every name its formulas use. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(of.names());
        names.addAll(per.names());
        names.addAll(sample.names());
        return names;
    }

    /** Whether a part of a whole is counted, so that chance has a say. */
    public boolean proportion() {
        return of.names().stream().allMatch(Indicator::counts) && per.names().stream().allMatch(Indicator::counts);
    }

    private static boolean counts(String name) {
        return Fact.of(name).map(fact -> fact.unit() == Fact.Unit.COUNT).orElse(false);
    }
}

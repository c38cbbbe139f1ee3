package io.jinqiao.assessment.score;

import io.jinqiao.assessment.scheme.Band;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Indicator;
import io.jinqiao.assessment.scheme.Scheme;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scores one bank. Points of an indicator are {@code weight × clamp((zero − x) ÷ (zero − full), 0, 1)}, taken from the whole numbers of its facts in one
 * division, so that nothing is rounded before the second decimal, half up.
 */
public final class Scorer {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 4;

    private Scorer() {}

    /**
     * @param before grade of the period before; null when there was none
     * @throws ArithmeticException when a formula passes 2^63
     */
    public static Score score(Scheme scheme, Map<Fact, Long> facts, @Nullable String before) {
        Map<String, Long> values = scheme.values(facts);
        List<IndicatorScore> scores = scheme.indicators().stream().map(i -> indicator(scheme, i, values)).toList();
        BigDecimal weight = sum(scores, graded -> graded.indicator().weight());
        Boolean vetoed = scheme.vetoed(values);
        boolean tooSmall = scheme.tooSmall(values);
        BigDecimal total = tooSmall || weight.compareTo(scheme.minimumWeight()) < 0
                ? null
                : sum(scores, IndicatorScore.Graded::points).multiply(HUNDRED).divide(weight, 2, RoundingMode.HALF_UP);
        Graded graded = grade(scheme, total, Boolean.TRUE.equals(vetoed), tooSmall, before);
        return new Score(scores, weight, total, graded.band(), graded.reason(), coefficient(scheme, total, graded), vetoed == null);
    }

    private static BigDecimal sum(List<IndicatorScore> scores, java.util.function.Function<IndicatorScore.Graded, BigDecimal> part) {
        return scores.stream()
                .filter(IndicatorScore.Graded.class::isInstance)
                .map(score -> part.apply((IndicatorScore.Graded) score))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static IndicatorScore indicator(Scheme scheme, Indicator indicator, Map<String, Long> values) {
        Set<Fact> missing = new TreeSet<>(scheme.facts(indicator.names()));
        missing.removeIf(fact -> values.containsKey(fact.word()));
        if (!missing.isEmpty()) {
            return new IndicatorScore.Missing(indicator, missing);
        }
        long[] parts = scheme.parts(indicator, values);
        long of = parts[0];
        long per = parts[1];
        long sample = parts[2];
        if (sample < indicator.least() || per <= 0) {
            return new IndicatorScore.TooFew(indicator, sample);
        }
        boolean share = indicator.proportion() && of >= 0 && of <= per;
        return new IndicatorScore.Graded(
                indicator,
                value(of, per, indicator.times()),
                points(indicator, of, per),
                of,
                per,
                sample,
                share ? Interval.of(of, per, indicator.times()) : null);
    }

    static BigDecimal value(long of, long per, int times) {
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(times))
                .divide(BigDecimal.valueOf(per), SHOWN, RoundingMode.HALF_UP);
    }

    private static BigDecimal points(Indicator indicator, long of, long per) {
        BigDecimal whole = BigDecimal.valueOf(per);
        BigDecimal way = indicator.zero().multiply(whole).subtract(BigDecimal.valueOf(of).multiply(BigDecimal.valueOf(indicator.times())));
        return indicator.weight()
                .multiply(way)
                .divide(whole.multiply(indicator.zero().subtract(indicator.full())), 2, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(indicator.weight());
    }

    private record Graded(@Nullable Band band, Score.Reason reason) {}

    private static Graded grade(Scheme scheme, @Nullable BigDecimal total, boolean vetoed, boolean tooSmall, @Nullable String before) {
        if (vetoed && scheme.veto() != null) {
            return new Graded(scheme.band(scheme.veto().grade()), Score.Reason.VETO);
        }
        if (total == null) {
            return new Graded(null, tooSmall ? Score.Reason.TOO_FEW_EXPECTED : Score.Reason.TOO_LITTLE_GRADED);
        }
        Band band = scheme.bandOf(total);
        Scheme.Repeat repeat = scheme.repeat();
        if (repeat != null && band.grade().equals(repeat.grade()) && repeat.grade().equals(before)) {
            return new Graded(scheme.band(repeat.becomes()), Score.Reason.TWICE_RUNNING);
        }
        return new Graded(band, Score.Reason.POINTS);
    }

    /** What points come to by themselves. @param before grade of the period before */
    static BigDecimal coefficient(Scheme scheme, BigDecimal total, @Nullable String before) {
        return coefficient(scheme, total, grade(scheme, total, false, false, before));
    }

    /** On a line it is that of the points, a grade made by a second time running included: else a hundredth of a point were a cliff after all. */
    private static BigDecimal coefficient(Scheme scheme, @Nullable BigDecimal total, Graded graded) {
        BigDecimal coefficient = graded.band() == null
                ? BigDecimal.ONE
                : graded.reason() == Score.Reason.VETO || scheme.coefficient() == Scheme.Coefficient.STEPS || total == null
                        ? graded.band().coefficient()
                        : between(scheme, scheme.bandOf(total), total);
        return coefficient.setScale(SHOWN, RoundingMode.HALF_UP);
    }

    /** That of the band, and over the last points below a better one on the line to its. */
    static BigDecimal between(Scheme scheme, Band band, BigDecimal total) {
        int place = scheme.bands().indexOf(band);
        if (place == 0) {
            return band.coefficient();
        }
        Band better = scheme.bands().get(place - 1);
        BigDecimal width = scheme.ramp() == null ? better.from().subtract(band.from()) : scheme.ramp();
        BigDecimal rise = better.coefficient().subtract(band.coefficient());
        BigDecimal way = total.subtract(better.from().subtract(width)).max(BigDecimal.ZERO);
        return band.coefficient().add(rise.multiply(way).divide(width, 10, RoundingMode.HALF_UP));
    }
}

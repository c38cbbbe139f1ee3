package io.jinqiao.assessment.score;

import io.jinqiao.assessment.scheme.Band;
import io.jinqiao.assessment.scheme.Indicator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would lift a bank to a better grade, computed from its own score.
 *
 * @param points still missing
 * @param alone indicators each of which suffices by itself, and the value it would need; the one with the most to gain first
 * @param together when none suffices: the fewest indicators that do, each at its full mark; empty when even all of them do not
 */
public record Lift(Band to, BigDecimal points, List<Way> alone, List<Way> together) {

    /**
     * @param value it would need, in its unit, to four decimals, rounded towards the better side
     * @param gain points of the total it would bring
     */
    public record Way(Indicator indicator, BigDecimal now, BigDecimal value, BigDecimal gain) {}

    /** @throws IllegalArgumentException when the score has no total */
    public static Lift of(Score score, Band to) {
        if (score.total() == null) {
            throw new IllegalArgumentException("there is no score to lift");
        }
        BigDecimal missing = to.from().subtract(score.total()).max(BigDecimal.ZERO);
        List<Way> whole = score.indicators().stream()
                .filter(IndicatorScore.Graded.class::isInstance)
                .map(one -> toFull((IndicatorScore.Graded) one, score.gradedWeight()))
                .filter(way -> way.gain().signum() > 0)
                .sorted(Comparator.comparing(Way::gain).reversed())
                .toList();
        List<Way> alone = missing.signum() == 0
                ? List.of()
                : score.indicators().stream()
                        .filter(IndicatorScore.Graded.class::isInstance)
                        .map(IndicatorScore.Graded.class::cast)
                        .filter(one -> toFull(one, score.gradedWeight()).gain().compareTo(missing) >= 0)
                        .map(one -> by(one, missing, score.gradedWeight()))
                        .sorted(Comparator.comparing((Way way) -> way.indicator().weight()).reversed())
                        .toList();
        return new Lift(to, missing, alone, alone.isEmpty() ? fewest(whole, missing) : List.of());
    }

    private static Way toFull(IndicatorScore.Graded one, BigDecimal graded) {
        BigDecimal gain = one.indicator().weight().subtract(one.points()).multiply(Scorer.HUNDRED).divide(graded, 2, RoundingMode.DOWN);
        return new Way(one.indicator(), one.value(), one.indicator().full(), gain);
    }

    /** Just so many points of the total. */
    private static Way by(IndicatorScore.Graded one, BigDecimal missing, BigDecimal graded) {
        Indicator indicator = one.indicator();
        BigDecimal points = one.points().add(missing.multiply(graded).divide(Scorer.HUNDRED)).setScale(2, RoundingMode.UP).min(indicator.weight());
        BigDecimal way = points.multiply(indicator.full().subtract(indicator.zero()));
        RoundingMode better = way.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal value = indicator.zero().add(way.divide(indicator.weight(), 4, better));
        return new Way(indicator, one.value(), value, missing);
    }

    private static List<Way> fewest(List<Way> whole, BigDecimal missing) {
        List<Way> taken = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Way way : whole) {
            if (sum.compareTo(missing) >= 0) {
                break;
            }
            taken.add(way);
            sum = sum.add(way.gain());
        }
        return sum.compareTo(missing) >= 0 ? taken : List.of();
    }
}

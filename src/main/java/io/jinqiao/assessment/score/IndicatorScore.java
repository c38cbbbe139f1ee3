package io.jinqiao.assessment.score;

import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Indicator;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one indicator came to: points, or why it grades nobody. Never points that nothing stands behind. */
public sealed interface IndicatorScore {

    Indicator indicator();

    /**
     * @param value in the indicator's unit, to four decimals, half up; shown, never calculated with
     * @param points to two decimals, half up
     * @param interval where the value lies with 95 % confidence; null when nothing is counted
     */
    record Graded(Indicator indicator, BigDecimal value, BigDecimal points, long of, long per, long sample, @Nullable Interval interval)
            implements IndicatorScore {}

    /** Fewer events were expected than grade anybody. */
    record TooFew(Indicator indicator, long sample) implements IndicatorScore {}

    /** Facts are not there. */
    record Missing(Indicator indicator, Set<Fact> facts) implements IndicatorScore {}
}

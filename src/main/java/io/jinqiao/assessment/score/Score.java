package io.jinqiao.assessment.score;

import io.jinqiao.assessment.scheme.Band;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one bank and period come to under one scheme.
 *
 * @param gradedWeight weight of what could be graded, of 100
 * @param total points to two decimals: of the graded indicators, taken to 100 when some could not be graded; null when too few could
 * @param band null when there is no grade: then the coefficient is 1 and nothing is proposed
 * @param reason why the band is not, or not only, that of the points
 * @param coefficient of the fee, to four decimals
 * @param vetoUnknown the facts a veto asks for are not there
 */
public record Score(
        List<IndicatorScore> indicators,
        BigDecimal gradedWeight,
        @Nullable BigDecimal total,
        @Nullable Band band,
        Reason reason,
        BigDecimal coefficient,
        boolean vetoUnknown) {

    public enum Reason {
        POINTS,
        VETO,
        TWICE_RUNNING,
        TOO_LITTLE_GRADED,
        /** fewer events were to be expected than follow anything from */
        TOO_FEW_EXPECTED
    }

    public Score {
        indicators = List.copyOf(indicators);
    }
}

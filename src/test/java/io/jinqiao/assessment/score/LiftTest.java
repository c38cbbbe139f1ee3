package io.jinqiao.assessment.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiftTest {
    private final Scheme scheme = SheetExample.scheme("default");
    private final Map<Fact, Long> facts = SheetExample.facts();

    private Lift lift(String grade) {
        return Lift.of(Scorer.score(scheme, facts, null), scheme.band(grade));
    }

    @Test
    void namesTheFewestIndicatorsThatReachTheGradeTogetherWhenNoneDoesAlone() {
        Lift lift = lift("A");
        assertThat(lift.points()).isEqualByComparingTo("9.14");
        assertThat(lift.alone()).isEmpty();
        assertThat(lift.together()).extracting(way -> way.indicator().id()).containsExactly("O2", "O1", "O3");
        assertThat(lift.together().get(0).value()).isEqualByComparingTo("0.30");
        assertThat(lift.together().get(0).gain()).isEqualByComparingTo("4.17");
    }

    @Test
    void whatSufficesAloneReallySufficesAndNoLess() {
        facts.put(Fact.SURVEY_POINTS, 4_600L);
        facts.put(Fact.COMPLAINTS_UPHELD, 2L);
        Lift lift = lift("B");
        assertThat(lift.points()).isEqualByComparingTo("1.68");
        assertThat(lift.together()).isEmpty();
        assertThat(lift.alone()).extracting(way -> way.indicator().id()).contains("O1", "S1");
        Lift.Way survey = lift.alone().stream().filter(way -> way.indicator().id().equals("S1")).findFirst().orElseThrow();
        facts.put(Fact.SURVEY_ANSWERS, 10_000L);
        facts.put(Fact.SURVEY_POINTS, survey.value().movePointRight(4).longValueExact());
        assertThat(Scorer.score(scheme, facts, null).band().grade()).isEqualTo("B");
        facts.merge(Fact.SURVEY_POINTS, -300L, Long::sum);
        assertThat(Scorer.score(scheme, facts, null).band().grade()).isEqualTo("C");
    }

    @Test
    void whoHasTheGradeNeedsNothing() {
        assertThat(lift("B").points()).isEqualByComparingTo("0");
        assertThat(lift("C").alone()).isEmpty();
        assertThat(lift("C").together()).isEmpty();
    }
}

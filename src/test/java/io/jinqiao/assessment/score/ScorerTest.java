package io.jinqiao.assessment.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.assessment.scheme.Band;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.message.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
    private final Scheme scheme = SheetExample.scheme("default");
    private final Map<Fact, Long> facts = SheetExample.facts();

    private Score score() {
        return Scorer.score(scheme, facts, null);
    }

    private IndicatorScore of(String id) {
        return score().indicators().stream().filter(one -> one.indicator().id().equals(id)).findFirst().orElseThrow();
    }

    private IndicatorScore.Graded graded(String id) {
        return (IndicatorScore.Graded) of(id);
    }

    @Test
    void theWorkedCheckComesOutToTheHundredth() {
        Map<String, String> points = new LinkedHashMap<>();
        score().indicators().forEach(one -> points.put(one.indicator().id(), ((IndicatorScore.Graded) one).points().toPlainString()));
        assertThat(points)
                .containsExactly(
                        Map.entry("O1", "12.00"),
                        Map.entry("O2", "5.83"),
                        Map.entry("O3", "7.43"),
                        Map.entry("O4", "4.25"),
                        Map.entry("T1", "6.93"),
                        Map.entry("T2", "6.30"),
                        Map.entry("T3", "3.67"),
                        Map.entry("Q1", "8.33"),
                        Map.entry("Q2", "4.00"),
                        Map.entry("D1", "7.52"),
                        Map.entry("D2", "3.37"),
                        Map.entry("D3", "3.00"),
                        Map.entry("S1", "4.23"),
                        Map.entry("S2", "4.00"));
        assertThat(score().total()).isEqualByComparingTo("80.86");
        assertThat(score().band().grade()).isEqualTo("B");
        assertThat(score().coefficient()).isEqualByComparingTo("0.90");
        assertThat(score().reason()).isEqualTo(Score.Reason.POINTS);
        assertThat(score().gradedWeight()).isEqualByComparingTo("100");
    }

    @Test
    void anotherSchemeGivesAnotherScoreFromTheSameFactsAndHasNoCliff() {
        Scheme linear = SheetExample.scheme("collection-first");
        Score score = Scorer.score(linear, facts, null);
        assertThat(score.total()).isNotEqualByComparingTo("80.86");
        BigDecimal expected = score.band().coefficient()
                .add(new BigDecimal("0.01").multiply(score.total().subtract(score.band().from())));
        assertThat(score.band().grade()).isIn("B", "C");
        assertThat(score.coefficient()).isEqualByComparingTo(expected.setScale(4, java.math.RoundingMode.HALF_UP));
    }

    @Test
    void pointsEndAtNothingAndAtTheWholeWeight() {
        facts.put(Fact.PRINCIPAL_LATE_3_PLUS, facts.get(Fact.BALANCE));
        assertThat(graded("O1").points()).isEqualByComparingTo("0");
        facts.put(Fact.PRINCIPAL_LATE_3_PLUS, 0L);
        assertThat(graded("O1").points()).isEqualByComparingTo("15");
        facts.put(Fact.CASES_NOT_RETURNED, facts.get(Fact.CASES));
        assertThat(graded("Q1").points()).isEqualByComparingTo("10");
    }

    @Test
    void aMissingFactIsSaidAndIsNeitherFullMarksNorNothing() {
        facts.remove(Fact.ERRORS_GRADE_2);
        assertThat(of("Q2")).isInstanceOfSatisfying(
                IndicatorScore.Missing.class, missing -> assertThat(missing.facts()).containsExactly(Fact.ERRORS_GRADE_2));
        assertThat(score().gradedWeight()).isEqualByComparingTo("95");
        assertThat(score().total()).as("76.86 of 95").isEqualByComparingTo("80.91");
    }

    @Test
    void twelveLoansGradeNobody() {
        facts.put(Fact.LOANS_REPAYING, 12L);
        assertThat(of("O1")).isInstanceOfSatisfying(
                IndicatorScore.TooFew.class, few -> assertThat(few.sample()).isEqualTo(12));
        facts.put(Fact.LOANS_REPAYING, 99L);
        assertThat(of("O1")).isInstanceOf(IndicatorScore.TooFew.class);
        facts.put(Fact.LOANS_REPAYING, 100L);
        assertThat(of("O1")).isInstanceOf(IndicatorScore.Graded.class);
    }

    @Test
    void nothingIsDividedByNothing() {
        facts.put(Fact.BALANCE, 0L);
        assertThat(of("O1")).isInstanceOf(IndicatorScore.TooFew.class);
    }

    @Test
    void tooLittleGradedIsNoGradeFullFeeAndNoProposal() {
        facts.keySet().retainAll(java.util.Set.of(
                Fact.BALANCE, Fact.PRINCIPAL_LATE_3_PLUS, Fact.BALANCE_LATE_1_TO_2, Fact.LOANS_REPAYING, Fact.RED_LINE_EVENTS, Fact.BALANCE_BY_RISK, Fact.LATE_LOANS_EXPECTED, Fact.LATE_LOANS_COMPARED));
        Score score = score();
        assertThat(score.gradedWeight()).isEqualByComparingTo("25");
        assertThat(score.total()).isNull();
        assertThat(score.band()).isNull();
        assertThat(score.reason()).isEqualTo(Score.Reason.TOO_LITTLE_GRADED);
        assertThat(score.coefficient()).isEqualByComparingTo("1");
    }

    @Test
    void whoeverHasFewerExpectedEventsKeepsTheWholeFeeAndItsStandingWhateverThePoints() {
        facts.put(Fact.PRINCIPAL_LATE_3_PLUS, facts.get(Fact.BALANCE));
        facts.put(Fact.CASES_NOT_RETURNED, 0L);
        facts.put(Fact.LOANS_CURED_NEXT_MONTH, 0L);
        assertThat(score().band().grade()).isEqualTo("E");
        facts.put(Fact.LATE_LOANS_EXPECTED, 4L);
        assertThat(of("O2")).isInstanceOfSatisfying(IndicatorScore.TooFew.class, few -> assertThat(few.sample()).isEqualTo(4));
        assertThat(score().band()).isNull();
        assertThat(score().reason()).isEqualTo(Score.Reason.TOO_FEW_EXPECTED);
        assertThat(score().coefficient()).isEqualByComparingTo("1");
        facts.put(Fact.LATE_LOANS_COMPARED, 17L);
        assertThat(score().band().grade()).as("so many that chance does not make them").isEqualTo("E");
        facts.put(Fact.RED_LINE_EVENTS, 1L);
        assertThat(score().reason()).as("a confirmed red line is no matter of chance").isEqualTo(Score.Reason.VETO);
    }

    @Test
    void earlyArrearsAreHeldAgainstWhatTheMixLeadsToExpect() {
        assertThat(graded("O2").value()).isEqualByComparingTo("0.80");
        facts.put(Fact.BALANCE_BY_RISK, 2 * facts.get(Fact.BALANCE));
        assertThat(graded("O2").value()).as("loans twice as risky as those of the others").isEqualByComparingTo("0.40");
        assertThat(graded("O2").points()).isEqualByComparingTo("9.17");
    }

    @Test
    void aRedLineMakesTheGradeWhateverThePointsAre() {
        facts.put(Fact.RED_LINE_EVENTS, 1L);
        assertThat(score().total()).isEqualByComparingTo("80.86");
        assertThat(score().band().grade()).isEqualTo("E");
        assertThat(score().reason()).isEqualTo(Score.Reason.VETO);
        assertThat(score().coefficient()).isEqualByComparingTo("0.40");
        assertThat(score().vetoUnknown()).isFalse();
    }

    @Test
    void aVetoThatCannotBeToldIsSaid() {
        facts.remove(Fact.RED_LINE_EVENTS);
        assertThat(score().vetoUnknown()).isTrue();
        assertThat(score().band().grade()).isEqualTo("B");
    }

    @Test
    void theSecondDRunningIsAnE() {
        facts.put(Fact.PRINCIPAL_LATE_3_PLUS, facts.get(Fact.BALANCE) / 2000 - 1);
        assertThat(score().total()).as("O1 has nothing left to lose").isEqualByComparingTo("68.86");
        assertThat(score().band().grade()).isEqualTo("D");
        Score again = Scorer.score(scheme, facts, "D");
        assertThat(again.band().grade()).isEqualTo("E");
        assertThat(again.reason()).isEqualTo(Score.Reason.TWICE_RUNNING);
        assertThat(again.coefficient()).as("the fee follows the points, else 69.99 and 70.00 were a cliff apart").isEqualByComparingTo(score().coefficient()).isEqualByComparingTo("0.7544");
        assertThat(again.band().proposes()).isEqualTo(Band.Effect.SUSPEND);
        assertThat(Scorer.score(scheme, facts, "C").band().grade()).isEqualTo("D");
    }

    @Test
    void aNumberThatNoFormulaCanHoldIsAnErrorNotAScore() {
        facts.put(Fact.ERRORS_GRADE_3, Long.MAX_VALUE);
        assertThatThrownBy(this::score).isInstanceOf(ArithmeticException.class).hasMessageContaining("errors_grade_3");
    }

    @ParameterizedTest
    @CsvSource({"90, 1.0000", "89.99, 0.9998", "87.50, 0.9500", "85, 0.9000", "80.86, 0.9000", "80, 0.9000", "70, 0.8000", "69.99, 0.7996", "60, 0.6000", "55, 0.4000", "0, 0.4000"})
    void theDefaultRisesOverTheLastFivePointsBelowABetterGrade(BigDecimal points, BigDecimal coefficient) {
        assertThat(Scorer.coefficient(scheme, points, null)).isEqualByComparingTo(coefficient);
    }

    /** Every score there is, after every grade there is. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "collection-first"})
    void aHundredthOfAPointNeverMovesTheFeeByMoreThanAHalfThousandthOfIt(String name) {
        Scheme shipped = SheetExample.scheme(name);
        Money interest = new Money(1_250_000_00L);
        long bound = 62_500_00L * 5 / 10_000;
        for (String before : new String[] {"A", "B", "C", "D", "E"}) {
            Money last = Fee.of(interest, shipped.capPercent(), shipped.capPercent(), Scorer.coefficient(shipped, BigDecimal.ZERO, before)).due();
            for (int hundredths = 1; hundredths <= 10_000; hundredths++) {
                BigDecimal points = BigDecimal.valueOf(hundredths, 2);
                Money due = Fee.of(interest, shipped.capPercent(), shipped.capPercent(), Scorer.coefficient(shipped, points, before)).due();
                assertThat(due.fen() - last.fen()).as("%s points after %s", points, before).isBetween(0L, bound);
                last = due;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"90, 1.0000", "89.99, 0.9999", "80, 0.9000", "60, 0.6000", "59.90, 0.5997", "30, 0.5000", "0, 0.4000"})
    void theLinearCoefficientRunsThroughEveryBandWithoutAJump(BigDecimal points, BigDecimal coefficient) {
        Scheme linear = SheetExample.scheme("collection-first");
        assertThat(Scorer.between(linear, linear.bandOf(points), points).setScale(4, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo(coefficient);
    }
}

package io.jinqiao.assessment.scheme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How banks are scored, as one file says it; checked whole when it was read.
 *
 * @param to last day; null: until another version of the same scheme begins
 * @param derived values of its own, each after the ones it uses
 * @param bands from the best down
 * @param coefficient between the bands' points
 * @param ramp points below a better band over which a linear coefficient rises to its; null: all the way from the lower end of the band
 * @param minimumWeight weight that must have been graded before there is a grade at all
 * @param expectation how it is told what was to be expected; null: it is not, and nothing is known of it
 * @param minimumSample null when every bank is graded whose indicators are
 * @param veto null when there is none
 * @param repeat null when grades have no memory
 * @param capPercent most of the interest received that a contract may agree on as fee; data, no law
 */
public record Scheme(
        String name,
        Title title,
        String source,
        LocalDate from,
        @Nullable LocalDate to,
        LinkedHashMap<String, Formula> derived,
        List<Indicator> indicators,
        List<Band> bands,
        Coefficient coefficient,
        @Nullable BigDecimal ramp,
        BigDecimal minimumWeight,
        @Nullable Expectation expectation,
        @Nullable MinimumSample minimumSample,
        @Nullable Veto veto,
        @Nullable Repeat repeat,
        BigDecimal capPercent,
        Procedure procedure) {

    public Scheme {
        indicators = List.copyOf(indicators);
        bands = List.copyOf(bands);
    }

    public enum Coefficient {
        /** one for each grade */
        STEPS,
        /** rises along a line to that of the next better band: no cliff */
        LINEAR
    }

    /**
     * What vintage and risk group lead to expect, by the books of the other banks.
     *
     * @param leastLoans fewer loans of the others say nothing; then what is wider is asked: the risk group, then all loans
     * @param leastBanks fewer other banks say nothing either, and would be known by it
     */
    public record Expectation(Vintage vintage, int leastLoans, int leastBanks) {
        public enum Vintage {
            MONTH,
            QUARTER
        }
    }

    /** Whoever has fewer of these keeps the whole fee and his standing, whatever the points. */
    public record MinimumSample(Formula of, long least) {}

    /** @param grade whoever meets it has this grade, whatever the points */
    public record Veto(Formula when, String grade) {}

    /** @param grade twice running becomes {@code becomes} */
    public record Repeat(String grade, String becomes) {}

    /**
     * @param objectionDays working days from publishing in which a bank may object
     * @param decisionDays working days in which two people rule on an objection
     * @param escalationDays working days from the reasons in writing in which a bank may ask for the committee
     * @param warnBelow share of its weight below which an indicator is warned of within the period
     */
    public record Procedure(int objectionDays, int decisionDays, int escalationDays, BigDecimal warnBelow) {}

    public Band band(String grade) {
        return bands.stream().filter(band -> band.grade().equals(grade)).findFirst().orElseThrow();
    }

    /** The band these points lie in. */
    public Band bandOf(BigDecimal points) {
        return bands.stream().filter(band -> points.compareTo(band.from()) >= 0).findFirst().orElseThrow();
    }

    /** The facts that formulas naming these need; derived values are followed to the facts under them. */
    public Set<Fact> facts(Set<String> names) {
        Set<Fact> facts = new TreeSet<>();
        for (String name : names) {
            Optional<Fact> fact = Fact.of(name);
            fact.ifPresent(facts::add);
            if (fact.isEmpty()) {
                facts.addAll(facts(derived.get(name).names()));
            }
        }
        return facts;
    }

    /** The facts given and, where their facts are there, the derived values. @throws ArithmeticException when a value passes 2^63 */
    public Map<String, Long> values(Map<Fact, Long> facts) {
        Map<String, Long> values = new HashMap<>();
        facts.forEach((fact, value) -> values.put(fact.word(), value));
        derived.forEach((name, formula) -> {
            if (values.keySet().containsAll(formula.names())) {
                values.put(name, formula.number(values));
            }
        });
        return values;
    }

    /** Numerator, denominator and size of the sample. @param values holds every name of the indicator */
    public long[] parts(Indicator indicator, Map<String, Long> values) {
        return new long[] {indicator.of().number(values), indicator.per().number(values), indicator.sample().number(values)};
    }

    /** Whether there is too little to grade anybody; what is not known is too little. */
    public boolean tooSmall(Map<String, Long> values) {
        return minimumSample != null && (!values.keySet().containsAll(minimumSample.of().names()) || minimumSample.of().number(values) < minimumSample.least());
    }

    /** @return null when it cannot be told */
    public @Nullable Boolean vetoed(Map<String, Long> values) {
        if (veto == null) {
            return false;
        }
        return values.keySet().containsAll(veto.when().names()) ? veto.when().holds(values) : null;
    }
}

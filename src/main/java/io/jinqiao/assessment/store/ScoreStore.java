package io.jinqiao.assessment.store;

import io.jinqiao.assessment.gather.Measure;
import io.jinqiao.assessment.scheme.Band;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Indicator;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.score.IndicatorScore;
import io.jinqiao.assessment.score.Interval;
import io.jinqiao.assessment.score.Lift;
import io.jinqiao.assessment.score.Score;
import io.jinqiao.message.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scores with everything they say, as they were computed: nothing is computed again to show it. */
@Repository
public class ScoreStore {
    private final JdbcClient jdbc;

    public ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param total null: a red line, or nothing, made the grade */
    public record Points(@Nullable BigDecimal total, @Nullable String grade) {}

    /** What a period came to, with what was adjusted since it was final. */
    public Optional<Points> points(String periodNo) {
        return jdbc.sql("SELECT CASE WHEN coalesce(a.reason, s.reason) = 'veto' THEN NULL WHEN a.number IS NULL THEN s.total ELSE a.total END AS total,"
                        + " CASE WHEN a.reason IS NOT NULL THEN a.grade WHEN a.number IS NULL OR a.total IS NOT NULL OR s.reason = 'veto' THEN s.grade END AS grade FROM assessment_score s"
                        + " LEFT JOIN LATERAL (SELECT * FROM assessment_adjustment a WHERE a.period_no = s.period_no ORDER BY a.number DESC LIMIT 1) a ON true"
                        + " WHERE s.period_no = ? ORDER BY s.version DESC LIMIT 1")
                .param(periodNo)
                .query((row, i) -> new Points(row.getBigDecimal("total"), row.getString("grade")))
                .optional();
    }

    /** Grade of the period before, as the first version of this score knew it. */
    public @Nullable String gradeBefore(String periodNo) {
        return jdbc.sql("SELECT grade_before FROM assessment_score WHERE period_no = ? AND version = 1 AND grade_before IS NOT NULL").param(periodNo).query(String.class).optional().orElse(null);
    }

    /** @return number of the version */
    public int put(String periodNo, Scheme scheme, Map<Fact, Long> facts, Score score, @Nullable String before, String why, Instant at) {
        int version = jdbc.sql("SELECT coalesce(max(version), 0) + 1 FROM assessment_score WHERE period_no = ?").param(periodNo).query(Integer.class).single();
        jdbc.sql("INSERT INTO assessment_score (period_no, version, at, why, graded_weight, total, grade, reason, grade_before, coefficient, proposes, veto_unknown)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(periodNo, version, PeriodStore.time(at), why, score.gradedWeight(), score.total(), score.band() == null ? null : score.band().grade())
                .params(Words.of(score.reason()), before, score.coefficient(), Words.of(score.band() == null ? Band.Effect.NONE : score.band().proposes()))
                .param(score.vetoUnknown())
                .update();
        facts.forEach((fact, amount) -> jdbc.sql("INSERT INTO assessment_sum (period_no, version, fact, amount) VALUES (?, ?, ?, ?)")
                .params(periodNo, version, fact.word(), amount)
                .update());
        for (int place = 0; place < score.indicators().size(); place++) {
            put(periodNo, version, place, scheme, score.indicators().get(place));
        }
        if (score.total() != null) {
            lifts(periodNo, version, scheme, score);
        }
        return version;
    }

    private void put(String periodNo, int version, int place, Scheme scheme, IndicatorScore one) {
        Indicator i = one.indicator();
        IndicatorScore.Graded graded = one instanceof IndicatorScore.Graded g ? g : null;
        Interval interval = graded == null ? null : graded.interval();
        Long sample = graded != null ? Long.valueOf(graded.sample()) : one instanceof IndicatorScore.TooFew few ? Long.valueOf(few.sample()) : null;
        String[] missing = one instanceof IndicatorScore.Missing m ? m.facts().stream().map(Fact::word).toArray(String[]::new) : new String[0];
        String[] measures = scheme.facts(i.names()).stream().map(fact -> Measure.of(fact).word()).distinct().toArray(String[]::new);
        jdbc.sql("INSERT INTO assessment_indicator (period_no, version, place, indicator, zh, en, block, unit, measures, state, of, per, sample, least, value, low, high, best, worst,"
                        + " weight, points, missing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(periodNo, version, place, i.id(), i.title().zh(), i.title().en(), i.block(), i.unit(), measures)
                .params(graded != null ? "graded" : missing.length > 0 ? "missing" : "too-few", graded == null ? null : graded.of(), graded == null ? null : graded.per(), sample, i.least())
                .params(graded == null ? null : graded.value(), interval == null ? null : interval.low(), interval == null ? null : interval.high(), i.full(), i.zero(), i.weight())
                .params(graded == null ? null : graded.points(), missing)
                .update();
    }

    private void lifts(String periodNo, int version, Scheme scheme, Score score) {
        for (Band better : scheme.bands()) {
            if (score.total() == null || better.from().compareTo(score.total()) <= 0) {
                return;
            }
            Lift lift = Lift.of(score, better);
            boolean alone = !lift.alone().isEmpty();
            List<Lift.Way> ways = alone ? lift.alone() : lift.together();
            for (int place = 0; place < ways.size(); place++) {
                Lift.Way way = ways.get(place);
                jdbc.sql("INSERT INTO assessment_lift (period_no, version, grade, points, place, alone, indicator, now, needed, gain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(periodNo, version, better.grade(), lift.points(), place, alone, way.indicator().id(), way.now(), way.value(), way.gain())
                        .update();
            }
        }
    }
}

package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.gather.Counted;
import io.jinqiao.assessment.gather.Gathered;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.scheme.SchemeText;
import io.jinqiao.assessment.scheme.Schemes;
import io.jinqiao.assessment.score.Score;
import io.jinqiao.assessment.score.Scorer;
import io.jinqiao.assessment.store.CaseStore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.ProcedureStore;
import io.jinqiao.assessment.store.ScoreStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Scores frozen rows again without the cases that were upheld: as another version before the score is final, as a line of the next statement after it. */
@Component
class Rescoring {
    private final PeriodStore periods;
    private final CaseStore cases;
    private final ScoreStore scores;
    private final ProcedureStore store;
    private final Statements statements;
    private final Schemes schemes;
    private final GradeBefore gradeBefore;
    private final Clock clock;

    Rescoring(PeriodStore periods, CaseStore cases, ScoreStore scores, ProcedureStore store, Statements statements, Schemes schemes, GradeBefore gradeBefore, @Qualifier("businessClock") Clock clock) {
        this.periods = periods;
        this.cases = cases;
        this.scores = scores;
        this.store = store;
        this.statements = statements;
        this.schemes = schemes;
        this.gradeBefore = gradeBefore;
        this.clock = clock;
    }

    private record Scored(Map<Fact, Long> facts, Score score, @Nullable String before) {}

    /**
     * A bank loses nothing by being right: where the sum of what is left would lower its score, such as a sample fallen below its minimum, the case stays in.
     *
     * @param ruling on the objection, upheld by itself or by the committee
     * @param why of the new version
     */
    void upheld(Period period, long ruling, String why) {
        requireSameText(period);
        Scored again = withoutUpheld(period);
        if (period.state() == Period.State.FINAL) {
            if (!statements.adjust(period, scheme(period), again.score(), ruling)) {
                store.spare(ruling, clock.instant());
            }
        } else if (isWorse(again.score(), store.latest(period.no()))) {
            store.spare(ruling, clock.instant());
        } else {
            scores.put(period.no(), scheme(period), again.facts(), again.score(), again.before(), why, clock.instant());
        }
        next(period).ifPresent(next -> revise(next, ruling, why));
    }

    /** Held until the transaction ends: nobody ends it, or freezes it, by the grade from before the correction. */
    private Optional<Period> next(Period period) {
        Optional<Period> next = held(period);
        if (next.isEmpty()) {
            periods.holdScoring();
            next = held(period);
        }
        return next;
    }

    private Optional<Period> held(Period before) {
        return periods.from(before.bank(), before.days().next()).flatMap(next -> periods.find(next.no()));
    }

    /** The grade of the period before was corrected: it may be a second time running no more. */
    private void revise(Period next, long ruling, String why) {
        ProcedureStore.Latest before = store.latest(next.no());
        if (!before.reason().equals(Words.of(Score.Reason.TWICE_RUNNING))) {
            return;
        }
        requireSameText(next);
        Scored again = withoutUpheld(next);
        if (again.score().reason() == Score.Reason.TWICE_RUNNING) {
            return;
        }
        if (next.state() != Period.State.FINAL) {
            scores.put(next.no(), scheme(next), again.facts(), again.score(), again.before(), why, clock.instant());
        } else if (!statements.isSettled(next)) {
            statements.adjust(next, scheme(next), again.score(), ruling);
        }
    }

    /** By what the fee is multiplied with, then by points; without points is the least. */
    private static boolean isWorse(Score again, ProcedureStore.Latest before) {
        int coefficient = again.coefficient().compareTo(before.coefficient());
        return coefficient < 0
                || coefficient == 0 && before.total() != null && (again.total() == null || again.total().compareTo(before.total()) < 0);
    }

    /** A frozen period is scored by the text it was frozen under, whatever became of the file since. */
    private void requireSameText(Period period) {
        if (!SchemeText.of(scheme(period)).equals(periods.schemeText(period.no()))) {
            throw new Refusal(FailureCode.ASSESSMENT_SCHEME_CHANGED, period.scheme() + " " + period.schemeFrom());
        }
    }

    /** From the frozen rows; the score before stays. */
    private Scored withoutUpheld(Period period) {
        Set<String> upheld = new HashSet<>(store.upheld(period.no()));
        Gathered frozen = cases.frozen(period.no(), period.days());
        List<Counted> rows = frozen.rows().stream().map(row -> upheld.contains(row.measure().word() + " " + row.caseNo()) ? row.excluded("objection-upheld") : row).toList();
        Map<Fact, Long> facts = new Gathered(period.days(), rows).facts();
        String before = gradeBefore.of(period, scheme(period));
        return new Scored(facts, Scorer.score(scheme(period), facts, before), before);
    }

    Scheme scheme(Period period) {
        return schemes.at(period.scheme(), period.schemeFrom())
                .orElseThrow(() -> new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "no scheme " + period.scheme() + " of " + period.schemeFrom()));
    }

    /** Published; or final, while its fee is not settled. */
    Period contestable(String periodNo) {
        Period period = periods.find(periodNo).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        boolean late = period.state() == Period.State.FINAL && !statements.isSettled(period);
        if (!late && period.state() != Period.State.PROVISIONAL) {
            throw new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, Words.of(period.state()));
        }
        return period;
    }
}

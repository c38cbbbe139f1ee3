package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.scheme.Schemes;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.ScoreStore;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The grade the points of the period before make, as they were corrected since: a grade that was itself made by a second time running is not counted again as another. */
@Component
class GradeBefore {
    private final PeriodStore periods;
    private final ScoreStore scores;
    private final Schemes schemes;

    GradeBefore(PeriodStore periods, ScoreStore scores, Schemes schemes) {
        this.periods = periods;
        this.scores = scores;
        this.schemes = schemes;
    }

    /** @return null when there was no period right before, or it has no grade */
    @Nullable String of(PartnerId bank, LocalDate first) {
        return periods.before(bank, first).flatMap(this::grade).orElse(null);
    }

    /** Of a period that was frozen: a correction of the one before never makes its grade worse. */
    @Nullable String of(Period period, Scheme scheme) {
        String frozen = scores.gradeBefore(period.no());
        String now = of(period.bank(), period.days().first());
        boolean worse = scheme.repeat() != null && scheme.repeat().grade().equals(now) && !scheme.repeat().grade().equals(frozen);
        return worse ? frozen : now;
    }

    private Optional<String> grade(Period before) {
        Optional<ScoreStore.Points> points = scores.points(before.no());
        if (points.isEmpty() || points.get().total() == null) {
            return points.map(ScoreStore.Points::grade);
        }
        return schemes.at(before.scheme(), before.schemeFrom()).map(scheme -> scheme.bandOf(points.get().total()).grade()).or(() -> points.map(ScoreStore.Points::grade));
    }
}

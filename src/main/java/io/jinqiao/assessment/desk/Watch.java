package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.gather.Days;
import io.jinqiao.assessment.gather.Periods;
import io.jinqiao.assessment.scheme.Band;
import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.assessment.scheme.Indicator;
import io.jinqiao.assessment.score.IndicatorScore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.WarningStore;
import io.jinqiao.assessment.store.WarningStore.Warning;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks at the days of a running period so far: whoever would fall by them hears it while there is time to do better. */
@Component
class Watch {
    static final String TOTAL = "total";
    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Scoring scoring;
    private final PeriodStore periods;
    private final WarningStore warnings;
    private final Clock clock;

    Watch(Scoring scoring, PeriodStore periods, WarningStore warnings, @Qualifier("businessClock") Clock clock) {
        this.scoring = scoring;
        this.periods = periods;
        this.warnings = warnings;
        this.clock = clock;
    }

    void look(PartnerId bank) {
        periods.holdScoring();
        LocalDate today = WorkingCalendar.today(clock);
        periods.forgetRunning(bank);
        Optional<LocalDate> behind = periods.latest(bank).map(last -> last.days().next());
        Optional<Contracts.Signed> signed = scoring.on(bank, today);
        if (signed.isEmpty() || behind.filter(next -> next.isAfter(today)).isPresent()) {
            return;
        }
        LocalDate first = Periods.of(signed.get(), today, behind).first();
        Scoring.Scored scored = scoring.score(bank, new Days(first, today), Period.State.RUNNING, "gateway");
        List<Warning> found = warnings(scored);
        for (Warning one : found) {
            if (warnings.seen(bank, first, one, clock.instant())) {
                log.warn("assessment: {} of {} in the period since {}: {} of {} points / 考核期内预警", one.about(), bank, first, one.points(), one.weight());
            }
        }
        warnings.end(bank, first, found.stream().map(Warning::about).toList(), clock.instant());
    }

    private static List<Warning> warnings(Scoring.Scored scored) {
        List<Warning> found = new ArrayList<>();
        BigDecimal share = scored.scheme().procedure().warnBelow();
        for (IndicatorScore one : scored.score().indicators()) {
            if (one instanceof IndicatorScore.Graded graded) {
                Indicator i = graded.indicator();
                if (graded.points().compareTo(i.weight().multiply(share)) < 0) {
                    found.add(new Warning(i.id(), graded.value(), i.unit(), graded.points(), i.weight()));
                }
            }
        }
        Band band = scored.score().band();
        BigDecimal total = scored.score().total();
        if (band != null && total != null && (band.proposes() == Band.Effect.CAP || band.proposes() == Band.Effect.SUSPEND)) {
            found.add(new Warning(TOTAL, null, band.grade(), total, HUNDRED));
        }
        return found;
    }
}

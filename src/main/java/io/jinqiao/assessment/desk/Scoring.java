package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.gather.Days;
import io.jinqiao.assessment.gather.Gathered;
import io.jinqiao.assessment.gather.Gatherer;
import io.jinqiao.assessment.scheme.Contract;
import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.assessment.scheme.Scheme;
import io.jinqiao.assessment.scheme.SchemeText;
import io.jinqiao.assessment.scheme.Schemes;
import io.jinqiao.assessment.score.Score;
import io.jinqiao.assessment.score.Scorer;
import io.jinqiao.assessment.store.CaseStore;
import io.jinqiao.assessment.store.Period;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.ScoreStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Counts, scores and keeps one period of one bank. */
@Component
class Scoring {
    static final String FROZEN = "frozen";

    private final Gatherer gatherer;
    private final Contracts contracts;
    private final Schemes schemes;
    private final PeriodStore periods;
    private final CaseStore cases;
    private final ScoreStore scores;
    private final GradeBefore gradeBefore;
    private final WorkingCalendar calendar;
    private final Clock clock;

    Scoring(
            Gatherer gatherer,
            Contracts contracts,
            Schemes schemes,
            PeriodStore periods,
            CaseStore cases,
            ScoreStore scores,
            GradeBefore gradeBefore,
            WorkingCalendar calendar,
            @Qualifier("businessClock") Clock clock) {
        this.gatherer = gatherer;
        this.contracts = contracts;
        this.schemes = schemes;
        this.periods = periods;
        this.cases = cases;
        this.scores = scores;
        this.gradeBefore = gradeBefore;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param scheme the version that was signed, else the one in force on the first day: no rule comes over days that ran under another */
    record Scored(Period period, Scheme scheme, Score score) {}

    Scored score(PartnerId bank, Days days, Period.State state, String by) {
        Contract contract = signed(bank, days.first()).contract();
        LocalDate version = Objects.requireNonNullElse(contract.schemeFrom(), days.first());
        Scheme scheme = schemes.at(contract.scheme(), version)
                .orElseThrow(() -> new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "no version of the scheme " + contract.scheme() + " on " + version));
        Period period = period(bank, days, contract, scheme, state);
        Gathered gathered = gatherer.gather(bank, days, contract, scheme.expectation());
        String before = gradeBefore.of(bank, days.first());
        Map<Fact, Long> facts = gathered.facts();
        Score score = Scorer.score(scheme, facts, before);
        periods.put(period, SchemeText.of(scheme), by, clock.instant());
        cases.put(period.no(), gathered.rows());
        scores.put(period.no(), scheme, facts, score, before, FROZEN, clock.instant());
        return new Scored(period, scheme, score);
    }

    private static Period period(PartnerId bank, Days days, Contract contract, Scheme scheme, Period.State state) {
        return new Period(
                Period.no(bank, days), bank, days, scheme.name(), scheme.from(), contract.fee().percent(), contract.fee().penaltyInterest() == Contract.Penalty.INCLUDED,
                contract.fee().heldBackPercent(), state, null);
    }

    /** The last day on which what belongs to a period may still come. */
    LocalDate closing(PartnerId bank, Days days) {
        Contract contract = signed(bank, days.first()).contract();
        return gatherer.closing(bank, days, contract, calendar.plus(days.last(), contract.time().closingDays()), calendar);
    }

    /** Empty: its contract has ended. */
    Optional<Contracts.Signed> on(PartnerId bank, LocalDate day) {
        return contracts.on(bank, day);
    }

    /** What holds between the centre and a bank on a day. @throws Refusal when its contract has ended */
    Contracts.Signed signed(PartnerId bank, LocalDate day) {
        return on(bank, day).orElseThrow(() -> new Refusal(FailureCode.ASSESSMENT_FORBIDDEN, "no contract on " + day));
    }
}

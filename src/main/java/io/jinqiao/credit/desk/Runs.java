package io.jinqiao.credit.desk;

import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Runs that were asked for, each kept as an appointment: of a node that dies another one finds it, and what is in files already is not made again.
 */
@Component
class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    private static final String NAME = "credit-report";
    private static final BackOff AGAIN = new BackOff(Duration.ofMinutes(1), Duration.ofHours(1));

    private final Timetable timetable;
    private final RunStore store;
    private final ReportingRules rules;
    private final RecordTypes types;
    private final Reports house;
    private final CreditFacts facts;
    private final Clock clock;
    private final Clock realTime;

    Runs(
            Timetable timetable,
            RunStore store,
            ReportingRules rules,
            RecordTypes types,
            Reports house,
            CreditFacts facts,
            @Qualifier("businessClock") Clock clock,
            Clock realTime) {
        this.timetable = timetable;
        this.store = store;
        this.rules = rules;
        this.types = types;
        this.house = house;
        this.facts = facts;
        this.clock = clock;
        this.realTime = realTime;
    }

    @PostConstruct
    void declare() {
        timetable.appointments(NAME, AGAIN, (instance, payload) -> run(Long.parseLong(instance)));
    }

    /** Joins the caller's transaction. */
    void soon(long number) {
        timetable.at(NAME, Long.toString(number), realTime.instant(), "");
    }

    /** Nothing when it is over already. */
    void run(long number) throws IOException {
        YearMonth month = store.begin(number, clock.instant()).orElse(null);
        Reporter reporter = rules.reporter().orElse(null);
        if (month == null || reporter == null) {
            return;
        }
        try (MonthlyRun run = new MonthlyRun(house, month, month.atEndOfMonth(), types, reporter, far -> store.far(number, far, clock.instant()))) {
            MonthlyRun.Result result = run.over(facts);
            LOG.info(
                    "credit report of {}: {} records in {} files, {} set aside, {} not answered yet, {} told / 征信报送 {}：已成文 {} 条，搁置 {} 条",
                    month, result.sent(), result.files().size(), result.aside(), result.underWay(), result.done(), month, result.sent(), result.aside());
        }
        store.end(number, clock.instant());
    }
}

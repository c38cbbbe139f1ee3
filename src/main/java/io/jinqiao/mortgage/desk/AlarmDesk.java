package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.PossibleFrom;
import io.jinqiao.mortgage.model.NinetyDays;
import io.jinqiao.mortgage.rules.RegistrationRules;
import io.jinqiao.mortgage.store.AlarmStore;
import io.jinqiao.mortgage.store.AlarmStore.Alarm;
import io.jinqiao.mortgage.store.AlarmStore.PreNotice;
import io.jinqiao.mortgage.store.SupplementStore;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what is late: the registry's working days, the branch's to supplement, and the ninety days of both pre-notices. Nothing is decided by it. */
@Component
class AlarmDesk {
    private static final Logger log = LoggerFactory.getLogger(AlarmDesk.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final AlarmStore alarms;
    private final SupplementStore supplements;
    private final RegistrationRules rules;
    private final RegistryDays days;
    private final WorkingCalendar calendar;
    private final Timetable timetable;
    private final Clock clock;

    AlarmDesk(
            AlarmStore alarms,
            SupplementStore supplements,
            RegistrationRules rules,
            RegistryDays days,
            WorkingCalendar calendar,
            Timetable timetable,
            @Qualifier("businessClock") Clock clock) {
        this.alarms = alarms;
        this.supplements = supplements;
        this.rules = rules;
        this.days = days;
        this.calendar = calendar;
        this.timetable = timetable;
        this.clock = clock;
    }

    @PostConstruct
    void declare() {
        timetable.every("registration-alarms", EVERY, this::raise);
    }

    /** Not so long before the entry that the pre-notices would have lost their effect before they had any. */
    Outcome possible(PossibleFrom command) {
        LocalDate today = WorkingCalendar.today(clock);
        List<Problem> problems = new ArrayList<>();
        if (command.possibleOn().isAfter(today)) {
            problems.add(Problem.at("possibleOn", FailureCode.FIELD_WRONG_FORM, "<= " + today));
        }
        if (command.transferAppliedOn() != null && command.transferAppliedOn().isAfter(today)) {
            problems.add(Problem.at("transferAppliedOn", FailureCode.FIELD_WRONG_FORM, "<= " + today));
        }
        LocalDate entered = alarms.enteredOn(command.caseNo()).orElseThrow(() -> new Refusal(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        LocalDate first = entered.minusDays(NinetyDays.DAYS);
        if (command.possibleOn().isBefore(first)) {
            problems.add(Problem.at("possibleOn", FailureCode.FIELD_WRONG_FORM, ">= " + first));
        }
        if (command.transferAppliedOn() != null && command.transferAppliedOn().isBefore(command.possibleOn())) {
            problems.add(Problem.at("transferAppliedOn", FailureCode.FIELD_WRONG_FORM, ">= " + command.possibleOn()));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        alarms.possible(command, clock.instant());
        raise();
        LocalDate last = new NinetyDays(command.possibleOn(), null).lastDay();
        return Outcome.accepted(Content.group().put("caseNo", command.caseNo()).put("lastDay", Objects.requireNonNull(last)).build());
    }

    @Transactional
    void raise() {
        LocalDate today = WorkingCalendar.today(clock);
        List<Alarm> all = new ArrayList<>(alarms.late(today));
        for (PreNotice one : alarms.preNotices()) {
            add(all, one.caseNo(), "purchase", new NinetyDays(one.possibleOn(), one.transferAppliedOn()), today);
            add(all, one.caseNo(), "mortgage", new NinetyDays(one.possibleOn(), one.conversionAppliedOn()), today);
        }
        for (AlarmStore.Uncertified one : alarms.uncertified(today)) {
            LocalDate last = days.certificateBy(one.enteredOn());
            if (today.isAfter(last)) {
                all.add(new Alarm(one.caseNo(), "certificate-late", last));
            }
        }
        for (SupplementStore.Awaited one : supplements.awaited()) {
            supplement(all, one, today);
        }
        int raised = alarms.now(all, clock.instant());
        if (raised > 0) {
            log.error("ALARM registration: {} more cases are late at a registry or for one, or a pre-notice is about to lose its effect or has lost it", raised);
        }
    }

    /** The branch has until the day the registry named, else the centre's own working days. */
    private void supplement(List<Alarm> all, SupplementStore.Awaited one, LocalDate today) {
        LocalDate last = one.dueOn() == null ? calendar.plus(one.since(), rules.supplementDays()) : one.dueOn();
        if (today.isAfter(last)) {
            all.add(new Alarm(one.caseNo(), "supplement-late", last));
        } else if (!calendar.plus(today, rules.supplementNear()).isBefore(last)) {
            all.add(new Alarm(one.caseNo(), "supplement-near", last));
        }
    }

    private static void add(List<Alarm> all, String caseNo, String right, NinetyDays days, LocalDate today) {
        @Nullable String word = switch (days.alarm(today)) {
            case NEAR -> "near";
            case LOST, MET_LATE -> "lost";
            case NOT_YET, RUNNING, MET -> null;
        };
        if (word != null) {
            all.add(new Alarm(caseNo, right + "-" + word, Objects.requireNonNull(days.lastDay())));
        }
    }
}

package io.jinqiao.mortgage.desk;

import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.model.Question;
import io.jinqiao.mortgage.store.AlarmStore;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.CheckStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Finds out when the building of a pre-noticed home was registered first: from then on what the pre-notice is for is possible, and its ninety days run. The
 * register is asked now and then until it says so; a person may say otherwise, with a reason.
 */
@Component
class BuildingDesk {
    private static final String REASON = "登记簿所载首次登记日 / day of first registration, as the register has it";

    private final CheckStore checks;
    private final CaseStore cases;
    private final AlarmStore alarms;
    private final Where where;
    private final MortgageProperties properties;
    private final IdGenerator ids;
    private final Clock clock;

    BuildingDesk(
            CheckStore checks,
            CaseStore cases,
            AlarmStore alarms,
            Where where,
            MortgageProperties properties,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.checks = checks;
        this.cases = cases;
        this.alarms = alarms;
        this.where = where;
        this.properties = properties;
        this.ids = ids;
        this.clock = clock;
    }

    List<Outgoing> ask(Instant now) {
        List<Outgoing> questions = new ArrayList<>();
        List<String> due = checks.waitingForTheBuilding(where.that(Operation.PROPERTY_CHECK), now.minus(properties.buildingEvery()), properties.pollAtOnce());
        cases.readable(due).forEach(one -> {
            PropertyCheck question = Question.ofTheBuilding(one.application(), ids.next().value());
            checks.askedAboutTheBuilding(one, question, now);
            questions.add(new Outgoing(one.registry(), question));
        });
        return questions;
    }

    /** The last of its units says; a day to come is none. */
    void answered(String caseNo, PropertyCheck question, PropertyCheck.Answer answer) {
        List<LocalDate> days = question.units().stream().flatMap(unit -> registered(unit, answer).stream()).toList();
        if (days.size() < question.units().size()) {
            return;
        }
        days.stream()
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isAfter(WorkingCalendar.today(clock)))
                .ifPresent(day -> alarms.possibleByTheRegister(caseNo, day, REASON, clock.instant()));
    }

    private static Optional<LocalDate> registered(PropertyCheck.Unit unit, PropertyCheck.Answer answer) {
        return answer.units().stream()
                .filter(row -> row.unitNumber().equals(unit.unitNumber()))
                .flatMap(row -> Optional.ofNullable(row.firstRegisteredOn()).stream())
                .findFirst();
    }
}

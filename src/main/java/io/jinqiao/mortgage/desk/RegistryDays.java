package io.jinqiao.mortgage.desk;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.model.Limits;
import io.jinqiao.mortgage.store.CaseStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The working days a registry has for a case: from when it was handed in, and anew when it got what it had sent the case back for. */
@Component
class RegistryDays {
    private final CaseStore cases;
    private final MortgageProperties properties;
    private final WorkingCalendar calendar;
    private final Clock clock;

    RegistryDays(CaseStore cases, MortgageProperties properties, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.properties = properties;
        this.calendar = calendar;
        this.clock = clock;
    }

    Limits.Days fromToday(PartnerId registry) {
        return from(registry, WorkingCalendar.today(clock));
    }

    private Limits.Days from(PartnerId registry, LocalDate day) {
        return new Limits(properties.promisedDays(registry), properties.legalDays()).from(calendar, day);
    }

    void anew(PartnerId registry, String caseNo) {
        cases.days(caseNo, fromToday(registry));
    }

    void anew(PartnerId registry, String caseNo, LocalDate day) {
        cases.days(caseNo, from(registry, day));
    }

    /** Last working day on which a certificate may come. */
    LocalDate certificateBy(LocalDate enteredOn) {
        return calendar.plus(enteredOn, properties.certificateDays());
    }

    /** Whether a registry is asked once more for a certificate in place of one that does not hold: that many days on, only a person gets further. */
    boolean asksAgain(Instant doubtedSince, Instant now) {
        LocalDate doubted = LocalDate.ofInstant(doubtedSince, WorkingCalendar.ZONE);
        return !LocalDate.ofInstant(now, WorkingCalendar.ZONE).isAfter(certificateBy(doubted));
    }
}

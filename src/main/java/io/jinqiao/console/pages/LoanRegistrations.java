package io.jinqiao.console.pages;

import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.console.facts.LoanRow;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The cases of a loan at the registries, each as a line of time. */
@Component
class LoanRegistrations {
    private final CaseFacts cases;
    private final WorkingCalendar calendar;
    private final Clock clock;

    LoanRegistrations(CaseFacts cases, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.cases = cases;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What templates call {@code r}. */
    record Line(CaseFacts.Case one, List<CaseFacts.Told> told, List<CaseFacts.Certificate> certificates, Pace pace) {}

    List<Line> of(LoanRow loan) {
        LocalDate today = WorkingCalendar.today(clock);
        return cases.of(loan.partner(), loan.applicationNo()).stream()
                .map(one -> new Line(
                        one, cases.told(one.caseNo()), cases.certificates(one.caseNo()), Pace.of(calendar, one.promisedBy(), one.legalBy(), today)))
                .toList();
    }
}

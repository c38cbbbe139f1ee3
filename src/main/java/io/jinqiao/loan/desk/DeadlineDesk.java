package io.jinqiao.loan.desk;

import io.jinqiao.loan.LoanDeadline;
import io.jinqiao.loan.LoanDeadlines;
import io.jinqiao.loan.rules.Clocks;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.loan.store.EventStore;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

@Service("loanDeadlines")
class DeadlineDesk implements LoanDeadlines {
    private final EventStore events;
    private final Clocks clocks;
    private final Clock clock;

    DeadlineDesk(EventStore events, LoanRules rules, @Qualifier("businessClock") Clock clock) {
        this.events = events;
        this.clocks = new Clocks(rules.deadlines(), rules.calendar());
        this.clock = clock;
    }

    @Override
    public List<LoanDeadline> of(String acceptanceNo) {
        return of(List.of(acceptanceNo)).getOrDefault(acceptanceNo, List.of());
    }

    @Override
    public Map<String, List<LoanDeadline>> of(Collection<String> acceptanceNos) {
        LocalDate today = WorkingCalendar.today(clock);
        Map<String, List<LoanDeadline>> byLoan = new LinkedHashMap<>();
        events.of(acceptanceNos).forEach((no, happened) -> byLoan.put(no, clocks.of(happened, today)));
        return byLoan;
    }
}

package io.jinqiao.risk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Finding;
import io.jinqiao.message.Finding.Grade;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.ReportFacts;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.Sources;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

@Service("risk")
class RiskDesk implements Risk {
    private final List<RiskPoint<Facts>> points;
    private final List<RiskPoint<ReportFacts>> ofReports;
    private final Clock clock;

    @Autowired
    RiskDesk(Sources sources, @Qualifier("businessClock") Clock clock) {
        this.points = RiskFile.read(sources, "risk", Rules.ALL);
        this.ofReports = RiskFile.read(sources, "risk-credit", CreditRules.ALL);
        this.clock = clock;
    }

    @Override
    public Incoming check(Incoming incoming) {
        if (!(incoming.message() instanceof LoanApplication application)) {
            return incoming;
        }
        Facts facts = new Facts(application, WorkingCalendar.today(clock));
        List<Finding> found = points.stream().flatMap(point -> point.find(facts, facts.today()).stream()).toList();
        List<Problem> redLines = found.stream()
                .filter(finding -> finding.grade() == Grade.RED_LINE)
                .map(finding -> Problem.at(finding.field(), FailureCode.RISK_REFUSED, finding.text()))
                .toList();
        if (!redLines.isEmpty()) {
            throw new Refusal(redLines);
        }
        return found.isEmpty() ? incoming : incoming.with(found);
    }

    @Override
    public List<Finding> ofReport(ReportFacts report) {
        LocalDate today = WorkingCalendar.today(clock);
        return ofReports.stream().flatMap(point -> point.find(report, today).stream()).sorted(Comparator.comparing(Finding::grade).reversed()).toList();
    }
}

package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditReports;
import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.RuleText;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.rules.RuleTexts;
import io.jinqiao.credit.store.ProfileStore;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReportDesk implements CreditReports {
    private final ReportingRules rules;
    private final CodeTables codes;
    private final RunStore runs;
    private final ProfileStore profiles;
    private final Runs appointments;
    private final Corrector corrector;
    private final DayRecord dayRecord;
    private final RuleTexts texts;
    private final Clock clock;

    ReportDesk(
            ReportingRules rules,
            CodeTables codes,
            RunStore runs,
            ProfileStore profiles,
            Runs appointments,
            Corrector corrector,
            DayRecord dayRecord,
            RuleTexts texts,
            @Qualifier("businessClock") Clock clock) {
        this.rules = rules;
        this.codes = codes;
        this.runs = runs;
        this.profiles = profiles;
        this.appointments = appointments;
        this.corrector = corrector;
        this.dayRecord = dayRecord;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public long start(YearMonth month, String by) {
        if (rules.reporter().isEmpty()) {
            throw new Refusal(FailureCode.CREDIT_NO_REPORTER);
        }
        if (!month.isBefore(YearMonth.from(WorkingCalendar.today(clock)))) {
            throw new Refusal(Problem.at("month", FailureCode.CREDIT_MONTH_NOT_OVER, month.toString()));
        }
        long number = runs.ask(month, by, clock.instant()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_RUN_UNDER_WAY));
        appointments.soon(number);
        return number;
    }

    @Override
    public String correct(String account, YearMonth month, String by) {
        Reporter reporter = rules.reporter().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_REPORTER));
        return corrector.correct(account, month, reporter);
    }

    @Override
    public String paid(String account, String by) {
        return dayRecord.tell(account, rules.reporter().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_REPORTER)));
    }

    @Override
    public List<RuleText> explain(String record, String rule) {
        return texts.of(record, rule, WorkingCalendar.today(clock));
    }

    @Override
    public void profile(PartnerId bank, String applicationNo, PersonProfile profile, String by) {
        Map<String, String> told = Map.of(
                "marital", profile.marital(), "education", profile.education(), "degree", profile.degree(), "employment", profile.employment(), "residence", profile.residence());
        Map<String, String> tables = Map.of("marital", "MariStatus", "education", "EduLevel", "degree", "AcaDegree", "employment", "EmpStatus", "residence", "ResiStatus");
        List<Problem> problems = new ArrayList<>();
        told.forEach((place, code) -> {
            Map<String, String> known = codes.table(tables.get(place));
            if (!known.containsKey(code)) {
                problems.add(Problem.at(place, FailureCode.CODE_UNKNOWN, String.join(", ", known.keySet())));
            }
        });
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        profiles.told(bank, applicationNo, profile, by, clock.instant());
    }
}

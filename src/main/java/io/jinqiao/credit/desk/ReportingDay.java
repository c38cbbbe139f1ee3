package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditReports;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.RunStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** From the configured day of the month on has the month before told, and what waited told again each day until the Center's last one. */
@Component
class ReportingDay {
    static final String TIMETABLE = "timetable";
    private static final Logger LOG = LoggerFactory.getLogger(ReportingDay.class);
    private static final int BACK = 12;
    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final Timetable timetable;
    private final ReportingRules rules;
    private final CreditReports reports;
    private final RunStore runs;
    private final AsideStore asides;
    private final ListStore lists;
    private final Clock clock;

    ReportingDay(Timetable timetable, ReportingRules rules, CreditReports reports, RunStore runs, AsideStore asides, ListStore lists, @Qualifier("businessClock") Clock clock) {
        this.timetable = timetable;
        this.rules = rules;
        this.reports = reports;
        this.runs = runs;
        this.asides = asides;
        this.lists = lists;
        this.clock = clock;
    }

    @PostConstruct
    void declare() {
        timetable.every("credit-report-day", LOOK_EVERY, this::look);
    }

    void look() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        LocalDate today = now.toLocalDate();
        ReportingRules.Month month = rules.month();
        if (rules.reporter().isEmpty() || today.getDayOfMonth() < month.day() || today.getDayOfMonth() > month.lastDay() || now.toLocalTime().isBefore(month.time())) {
            return;
        }
        YearMonth told = YearMonth.from(today).minusMonths(1);
        if (runs.wanted(told, today.atStartOfDay(WorkingCalendar.ZONE).toInstant())) {
            start(told);
            if (today.getDayOfMonth() >= month.alarmDay()) {
                alarm(told, month.lastDay());
            }
        } else {
            missed(told, today);
        }
    }

    /** What could not be told by the last day is looked at again with each month after it, for a year; what waits only for another record of its account each day. */
    private void missed(YearMonth told, LocalDate today) {
        asides.between(told.minusMonths(BACK), told).stream().filter(month -> runs.wanted(month, begin(asides.moves(month) ? today : today.withDayOfMonth(1)))).findFirst().ifPresent(month -> {
            LOG.error("ALARM credit report: of {} records were not told by the last day, and are looked at again now / 征信报送：{} 仍有逾期未报的记录，现再次报送", month, month);
            start(month);
        });
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private void start(YearMonth month) {
        try {
            reports.start(month, TIMETABLE);
        } catch (Refusal refusal) {
            if (refusal.problems().stream().noneMatch(problem -> problem.code() == FailureCode.CREDIT_RUN_UNDER_WAY)) {
                throw refusal;
            }
        }
    }

    private void alarm(YearMonth month, int lastDay) {
        List<String> missing = lists.missing(month);
        if (!missing.isEmpty()) {
            LOG.error("ALARM credit report: of {} the lists of these banks, which report themselves, are not here: {} / 征信报送：{} 下列自行报送的银行尚未交来清单：{}", month, missing, month, missing);
        }
        long people = asides.waiting(month, MonthlyRun.NOTICE);
        long consents = asides.waiting(month, MonthlyRun.CONSENT);
        long others = asides.waiting(month) - people - consents;
        if (people + consents + others > 0) {
            LOG.error(
                    "ALARM credit report: of {} {} loans still wait for notices, {} for consents and some {} for something else, the last day is the {}th / 征信报送：{} 仍有 {} 笔待告知、{} 笔待授权、约 {} 笔因其他原因未报，截止日为 {} 日",
                    month, people, consents, Math.max(0, others), lastDay, month, people, consents, Math.max(0, others), lastDay);
        }
    }
}

package io.jinqiao.repayment.desk;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Misses the daily file of a bank, and the monthly one, at the time agreed with it, once for each. Looks back to the last look, so that no time without a gateway hides anything. */
@Component
class CutOff {
    private static final Logger LOG = LoggerFactory.getLogger(CutOff.class);
    private static final int DAYS_BACK = 7;

    private final Timetable timetable;
    private final FileStore files;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CutOff(Timetable timetable, FileStore files, Agreements agreements, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.timetable = timetable;
        this.files = files;
        this.agreements = agreements;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A file that is not here. @param day the last one it tells of */
    record Missed(PartnerId bank, LocalDate day) {}

    @PostConstruct
    void declare() {
        timetable.every("repayment-cut-off", Duration.ofMinutes(5), this::look);
    }

    List<Missed> look() {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), WorkingCalendar.ZONE);
        LocalDate today = now.toLocalDate();
        LocalDate last = files.lookedOn().filter(looked -> looked.isBefore(today)).orElse(today);
        List<Missed> missed = new ArrayList<>();
        for (LocalDate day = last.minusDays(DAYS_BACK); day.isBefore(today); day = day.plusDays(1)) {
            for (PartnerId bank : files.expected(day)) {
                Agreement agreement = agreements.with(bank);
                boolean due = agreement.expects(day, calendar) && !now.isBefore(day.plusDays(1).atTime(agreement.dailyFile().cutOff()));
                if (due && files.missed(bank, day, clock.instant())) {
                    LOG.error("ALARM repayments: no file of {} from {} at its cut-off / 截止时仍未收到该行还款文件", day, bank);
                    missed.add(new Missed(bank, day));
                }
            }
        }
        for (YearMonth month = YearMonth.from(last).minusMonths(1); month.isBefore(YearMonth.from(now)); month = month.plusMonths(1)) {
            missed.addAll(month(month, now));
        }
        files.looked(today);
        return missed;
    }

    private List<Missed> month(YearMonth month, LocalDateTime now) {
        List<Missed> missed = new ArrayList<>();
        for (PartnerId bank : files.expected(month.atEndOfMonth())) {
            Agreement.MonthlyFile agreed = agreements.with(bank).monthlyFile();
            if (agreed != null && !now.isBefore(agreed.cutOff(month)) && files.missedMonth(bank, month.atEndOfMonth(), clock.instant())) {
                LOG.error("ALARM repayments: no monthly file of {} from {} at its cut-off / 截止时仍未收到该行月度还款文件", month, bank);
                missed.add(new Missed(bank, month.atEndOfMonth()));
            }
        }
        return missed;
    }
}

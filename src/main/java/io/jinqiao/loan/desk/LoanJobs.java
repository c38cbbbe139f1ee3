package io.jinqiao.loan.desk;

import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What time alone does in this room; what it does to loans runs through a route. */
@Component
class LoanJobs {
    private static final Logger log = LoggerFactory.getLogger(LoanJobs.class);

    private final Timetable timetable;
    private final WorkingCalendar calendar;
    private final Clock clock;

    LoanJobs(Timetable timetable, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.timetable = timetable;
        this.calendar = calendar;
        this.clock = clock;
    }

    @PostConstruct
    void declare() {
        timetable.every("calendar-watch", Duration.ofHours(12), this::watchTheCalendar);
    }

    /** A month before it matters somebody must be told that deadlines are counted without the next year's holidays. */
    void watchTheCalendar() {
        if (calendar.nextYearMissing(WorkingCalendar.today(clock))) {
            log.error("ALARM calendar: rules/calendar has no holidays for next year; due days in it are provisional");
        }
    }
}

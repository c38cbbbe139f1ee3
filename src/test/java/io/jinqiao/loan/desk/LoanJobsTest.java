package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.Heard;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time alone does, and who is told. */
class LoanJobsTest {
    private final Map<String, Runnable> jobs = new HashMap<>();
    private final Map<String, Duration> intervals = new HashMap<>();
    private final Heard heard = Heard.from(LoanJobs.class);
    private Desk desk;

    @BeforeEach
    void declare() {
        desk = new Desk();
        desk.clock.set(DAY);
        new LoanJobs(new Declared(), desk.loans, desk.rules.calendar(), desk.clock).declare();
    }

    @AfterEach
    void close() {
        desk.close();
        heard.close();
    }

    @Test
    void approvalsNobodySignedOnEndByThemselvesAndTheLogSaysHowMany() {
        assertThat(intervals).containsEntry("loan-expiry", Duration.ofMinutes(10));
        jobs.get("loan-expiry").run();
        assertThat(heard.text()).doesNotContain("approvals expired");
        String no = desk.reviewed(good().build());
        desk.clock.set(desk.approve(no).approved().validTo().plusDays(30));
        jobs.get("loan-expiry").run();
        assertThat(desk.fact(no, "word")).isEqualTo("expired");
        assertThat(heard.text()).contains("1 approvals expired without a signed contract");
    }

    @Test
    void somebodyIsToldAMonthBeforeNextYearsHolidaysAreMissed() {
        assertThat(intervals).containsEntry("calendar-watch", Duration.ofHours(12));
        desk.clock.set(LocalDate.of(2026, 6, 1));
        jobs.get("calendar-watch").run();
        assertThat(heard.text()).doesNotContain("ALARM calendar");
        desk.clock.set(LocalDate.of(2026, 12, 15));
        jobs.get("calendar-watch").run();
        assertThat(heard.text()).contains("ALARM calendar");
    }

    private final class Declared implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {
            jobs.put(name, job);
            intervals.put(name, interval);
        }

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void at(String name, String instance, Instant time, String payload) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void cancel(String name, String instance) {
            throw new UnsupportedOperationException();
        }
    }
}

package io.jinqiao.loan.desk;

import static io.jinqiao.loan.Applications.DAY;
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
        new LoanJobs(new Declared(), desk.rules.calendar(), desk.clock).declare();
    }

    @AfterEach
    void close() {
        desk.close();
        heard.close();
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

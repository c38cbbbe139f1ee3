package io.jinqiao.assessment.desk;

import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.store.EntryStore;
import io.jinqiao.message.PartnerId;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes every minute that the house is up, so that its own downtime is known without people; and looks at the running periods. */
@Component
class Heartbeat {
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final Duration BEAT = Duration.ofMinutes(1);
    private static final Duration GAP = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofHours(1);

    private final Timetable timetable;
    private final EntryStore entries;
    private final Assessments assessments;
    private final Clock clock;

    /** @param clock real time: a house is down by the clock on the wall */
    Heartbeat(Timetable timetable, EntryStore entries, Assessments assessments, Clock clock) {
        this.timetable = timetable;
        this.entries = entries;
        this.assessments = assessments;
        this.clock = clock;
    }

    @PostConstruct
    void declare() {
        timetable.every("assessment-alive", BEAT, this::beat);
        timetable.every("assessment-watch", LOOK, this::look);
    }

    void beat() {
        entries.alive(clock.instant(), GAP);
    }

    private void look() {
        for (PartnerId bank : assessments.banks()) {
            try {
                assessments.watch(bank);
            } catch (RuntimeException e) {
                log.error("ALARM assessment: the running period of {} could not be scored and is tried again / 考核期评分失败，将重试: {}", bank, e.getClass().getSimpleName(), e);
            }
        }
    }
}

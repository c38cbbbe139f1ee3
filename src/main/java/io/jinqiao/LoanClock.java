package io.jinqiao;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.loan.ExpireApprovals;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.timetable.Timetable;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets approvals nobody signed on end through their route, so that what is held for the registry ends with them in one commit. */
@Component
class LoanClock {
    private static final Logger log = LoggerFactory.getLogger(LoanClock.class);
    private static final String ROUTE = "loan-expiry";
    private static final Duration EVERY = Duration.ofMinutes(2);

    private final ObjectProvider<Capabilities> capabilities;
    private final Clock clock;

    LoanClock(Timetable timetable, ObjectProvider<Capabilities> capabilities, @Qualifier("businessClock") Clock clock) {
        this.capabilities = capabilities;
        this.clock = clock;
        timetable.every(ROUTE, EVERY, this::expire);
    }

    private void expire() {
        if (!capabilities.getObject().has(ROUTE)) {
            return;
        }
        Outcome ended = (Outcome) capabilities.getObject().run(ROUTE, new ExpireApprovals(WorkingCalendar.today(clock)));
        if (!ended.consequences().isEmpty()) {
            log.info("{} approvals expired without a signed contract", ended.consequences().size());
        }
    }
}

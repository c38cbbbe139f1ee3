package io.jinqiao;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.timetable.Timetable;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Lets the rounds at the registries run through their route: what is asked there becomes outbox rows in one commit. */
@Component
class RegistrationClock {
    private static final String ROUTE = "registration-rounds";
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ObjectProvider<Capabilities> capabilities;
    private final Clock clock;

    RegistrationClock(Timetable timetable, ObjectProvider<Capabilities> capabilities, @Qualifier("businessClock") Clock clock) {
        this.capabilities = capabilities;
        this.clock = clock;
        timetable.every(ROUTE, EVERY, this::rounds);
    }

    private void rounds() {
        if (capabilities.getObject().has(ROUTE)) {
            capabilities.getObject().run(ROUTE, new Rounds(clock.instant()));
        }
    }
}

package io.jinqiao.workbench.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The trade's time as the demonstration winds it; takes the place of the gateway's own clock of that name. Real time stays as it is. */
final class WoundClock extends Clock implements BeanPostProcessor {
    private static final String NAME = "businessClock";

    private final Clock real = Clock.systemUTC();
    private volatile Duration offset;

    WoundClock(Duration offset) {
        this.offset = offset;
    }

    /** Runs on from this moment. */
    void windTo(Instant moment) {
        offset = Duration.between(real.instant(), moment);
    }

    void wind(Duration other) {
        offset = other;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), offset);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals(NAME) ? this : bean;
    }
}

package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.DeliveryProperties;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the dispatcher of this node lives, and what lies in the outbox. A stopped partner is shown, and is no illness. */
@Component("deliveryHealthIndicator")
class DispatcherPulse implements HealthIndicator {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(DispatcherPulse.class);

    private final OutboxStore store;
    private final Clock clock;
    private final Duration longestSilence;
    private final MultiGauge gauge;
    private volatile Instant lastBeat = Instant.MIN;
    private volatile Instant lastCount = Instant.MIN;
    private volatile Map<String, Long> open = Map.of();
    private volatile boolean missing;

    DispatcherPulse(OutboxStore store, Clock clock, DeliveryProperties properties, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.longestSilence = properties.poll().multipliedBy(20).plusSeconds(5);
        this.gauge = MultiGauge.builder("jinqiao.delivery.outbox")
                .description("messages to partners that are not settled")
                .register(meters);
    }

    void beat() {
        Instant now = clock.instant();
        lastBeat = now;
        if (missing) {
            missing = false;
            LOG.info("the outbox can be read again");
        }
        if (lastCount.plus(COUNT_EVERY).isBefore(now)) {
            lastCount = now;
            count(store.counts());
        }
    }

    void missed(RuntimeException e) {
        if (!missing) {
            missing = true;
            LOG.warn("the outbox cannot be read; it is tried again and again", e);
        }
    }

    private void count(List<OutboxStore.Count> counts) {
        gauge.register(
                counts.stream()
                        .map(c -> MultiGauge.Row.of(Tags.of("partner", c.partner(), "state", c.state()), c.rows()))
                        .toList(),
                true);
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach(c -> sums.merge(c.state(), c.rows(), Long::sum));
        open = sums;
    }

    @Override
    public Health health() {
        if (lastBeat.equals(Instant.MIN)) {
            return Health.unknown().withDetail("dispatcher", "not started").build();
        }
        boolean alive = !missing && lastBeat.plus(longestSilence).isAfter(clock.instant());
        return (alive ? Health.up() : Health.down())
                .withDetail("open", open)
                .withDetail("lastLook", lastBeat)
                .build();
    }
}

package io.jinqiao.evidence;

import io.jinqiao.evidence.chain.Backlog;
import io.jinqiao.evidence.store.TrafficGate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Says whether traffic flows, and why not. */
final class EvidenceHealth implements HealthIndicator {
    private final TrafficGate gate;
    private final Backlog backlog;

    EvidenceHealth(TrafficGate gate, Backlog backlog) {
        this.gate = gate;
        this.backlog = backlog;
    }

    @Override
    public Health health() {
        Health.Builder health = gate.open() ? Health.up() : Health.outOfService().withDetail("reasons", gate.reasons());
        return health.withDetail("oldestUnsealedSeconds", backlog.age().toSeconds()).build();
    }

    static void gauge(MeterRegistry registry, TrafficGate gate, Backlog backlog) {
        Gauge.builder("jinqiao.evidence.open", gate, g -> g.open() ? 1 : 0)
                .description("1 while traffic may flow, 0 while evidence cannot be kept")
                .register(registry);
        TimeGauge.builder("jinqiao.evidence.unsealed.age", backlog, TimeUnit.MILLISECONDS, b -> b.age().toMillis())
                .description("Age of the oldest record without a seal")
                .register(registry);
    }
}

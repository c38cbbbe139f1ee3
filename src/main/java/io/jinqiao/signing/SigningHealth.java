package io.jinqiao.signing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says what needs attention: lists that are overdue or unusable, certificates near their end. Never down for it: one partner's list must not
 * take the other partners off the air.
 */
@Component
final class SigningHealth implements HealthIndicator {
    private static final Duration SOON = Duration.ofDays(30);

    private final Map<String, Instant> ends = new TreeMap<>();
    private final RevocationSources revocation;
    private final Clock clock;

    SigningHealth(
            Keys keys, PinnedCertificates pinned, RevocationSources revocation, Clock clock, Optional<MeterRegistry> registry) {
        this.revocation = revocation;
        this.clock = clock;
        keys.aliases().forEach(alias -> ends.put("key " + alias, end(keys.get(alias).certificate())));
        pinned.aliases().forEach(alias -> ends.put("certificate " + alias, end(pinned.get(alias))));
        registry.ifPresent(this::gauges);
    }

    @Override
    public Health health() {
        Map<String, String> attention = new TreeMap<>();
        ends.forEach((name, end) -> {
            if (end.minus(SOON).isBefore(clock.instant())) {
                attention.put(name, "ends " + end);
            }
        });
        revocation.sources().stream()
                .filter(source -> source.condition() != RevocationSources.Condition.FRESH)
                .forEach(source -> attention.put("list " + source.location(), source.condition().name()));
        return Health.up().withDetail("attention", attention).build();
    }

    private void gauges(MeterRegistry registry) {
        ends.forEach((name, end) -> TimeGauge.builder("jinqiao.certificate.left", end, TimeUnit.SECONDS, this::left)
                .tag("of", name)
                .description("Time until the certificate ends")
                .register(registry));
        for (RevocationSources.Condition condition : RevocationSources.Condition.values()) {
            Gauge.builder("jinqiao.revocation.lists", () -> count(condition))
                    .tag("condition", condition.name().toLowerCase(Locale.ROOT))
                    .description("Configured revocation lists by condition")
                    .register(registry);
        }
    }

    private double left(Instant end) {
        return Duration.between(clock.instant(), end).toSeconds();
    }

    private long count(RevocationSources.Condition condition) {
        return revocation.sources().stream()
                .filter(source -> source.condition() == condition)
                .count();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}

package io.jinqiao.adapter;

import io.jinqiao.message.PartnerId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Time of each stage and of each exchange, for {@code /actuator/prometheus}. */
@Component
class StageMetrics {
    private final MeterRegistry registry;

    StageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void exchange(String direction, PartnerId partner, String operation, String outcome, Timings timings) {
        long total = 0;
        for (var stage : timings.soFar().entrySet()) {
            total += stage.getValue();
            registry.timer("jinqiao.stage", "direction", direction, "stage", stage.getKey())
                    .record(stage.getValue(), TimeUnit.MICROSECONDS);
        }
        registry.timer(
                        "jinqiao.exchange",
                        "direction",
                        direction,
                        "partner",
                        partner.value(),
                        "operation",
                        operation,
                        "outcome",
                        outcome)
                .record(total, TimeUnit.MICROSECONDS);
    }
}

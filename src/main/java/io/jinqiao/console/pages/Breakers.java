package io.jinqiao.console.pages;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Circuit breakers of this node by partner, as their meters tell. */
@Component
class Breakers {
    private final MeterRegistry meters;

    Breakers(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Partner to state, such as {@code closed}; a partner nothing was sent to yet is missing. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        for (Gauge gauge : meters.find("resilience4j.circuitbreaker.state").gauges()) {
            if (gauge.value() > 0) {
                states.put(gauge.getId().getTag("name"), gauge.getId().getTag("state"));
            }
        }
        return states;
    }
}

package io.jinqiao.delivery.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.message.PartnerId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One gate per partner. */
@Component
class PartnerGates {
    private final Map<PartnerId, PartnerGate> gates = new ConcurrentHashMap<>();
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final DeliveryRules rules;
    private final Clock clock;

    PartnerGates(DeliveryRules rules, Clock clock, MeterRegistry meters) {
        this.rules = rules;
        this.clock = clock;
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    PartnerGate of(PartnerId partner) {
        return gates.computeIfAbsent(partner, this::make);
    }

    private PartnerGate make(PartnerId partner) {
        DeliveryRules.Breaker rule = rules.breaker(partner);
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .failureRateThreshold(rule.failures())
                .slidingWindowSize(rule.calls())
                .minimumNumberOfCalls(rule.calls())
                .waitDurationInOpenState(rule.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build();
        return new PartnerGate(breakers.circuitBreaker(partner.value(), config), rule, clock);
    }
}

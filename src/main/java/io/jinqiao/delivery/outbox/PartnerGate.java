package io.jinqiao.delivery.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.jinqiao.delivery.DeliveryRules.Breaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many attempts may be under way with one partner now, as this node sees it. */
final class PartnerGate {
    private static final RuntimeException FAILED = new Failed();

    private final CircuitBreaker breaker;
    private final Breaker rule;
    private final Clock clock;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile Instant closedUntil = Instant.MIN;

    PartnerGate(CircuitBreaker breaker, Breaker rule, Clock clock) {
        this.breaker = breaker;
        this.rule = rule;
        this.clock = clock;
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                closedUntil = clock.instant().plus(rule.rest());
            }
        });
    }

    /** How many rows are worth leasing. */
    int room() {
        if (breaker.getState() == CircuitBreaker.State.CLOSED) {
            return Math.max(0, rule.parallel() - inside.get());
        }
        return clock.instant().isAfter(closedUntil) ? Math.max(0, 1 - inside.get()) : 0;
    }

    Instant closedUntil() {
        return closedUntil;
    }

    void enter() {
        inside.incrementAndGet();
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Whether an attempt may be made; each permission ends in exactly one of the three results. */
    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed() {
        breaker.onError(0, TimeUnit.NANOSECONDS, FAILED);
    }

    /** Nothing was learnt about the partner. */
    void learntNothing() {
        breaker.releasePermission();
    }

    Duration rest() {
        return rule.rest();
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed() {
            super("attempt failed", null, false, false);
        }
    }
}

package io.jinqiao.delivery.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the dispatcher of this node: there may be something to do. */
@Component
class Nudge {
    private final Semaphore given = new Semaphore(0);

    void give() {
        given.release();
    }

    /** Waits for a nudge, at most so long; several given meanwhile count as one. */
    void await(Duration longest) throws InterruptedException {
        if (given.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            given.drainPermits();
        }
    }
}

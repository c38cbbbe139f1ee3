package io.jinqiao.workbench.conformance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Keeps messages apart: no burst, whatever the bank's answers cost. Not for use by several threads. */
final class Pace {
    private final long apart;
    private long next = System.nanoTime();

    Pace(int perMinute) {
        this.apart = Duration.ofMinutes(1).toNanos() / perMinute;
    }

    void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the agreed pace", e);
        }
        next = System.nanoTime() + apart;
    }
}

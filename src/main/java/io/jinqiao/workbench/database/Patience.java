package io.jinqiao.workbench.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says every some seconds what is waited for, so that nobody takes a long wait for a hang. */
final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final ScheduledExecutorService saying = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "embedded-database-patience");
        thread.setDaemon(true);
        return thread;
    });

    /** @param what both languages in one text */
    Patience(String what, Duration longest) {
        long begun = System.nanoTime();
        saying.scheduleAtFixedRate(
                () -> LOG.warn("{} ({} / {} s)", what, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), longest.toSeconds()), SAY_EVERY.toSeconds(), SAY_EVERY.toSeconds(),
                TimeUnit.SECONDS);
    }

    void close() {
        saying.shutdownNow();
    }
}

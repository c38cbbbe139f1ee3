package io.jinqiao.repayment.desk;

import io.jinqiao.message.IncomingFile;
import io.jinqiao.repayment.store.IntakeStore;
import io.jinqiao.repayment.store.IntakeStore.Far;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One intake on its way: once it takes more than some seconds, tells the log and the console how far it is. That it cannot be told stops nothing. */
final class Running {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration SAY_EVERY = Duration.ofSeconds(3);

    private final IncomingFile file;
    private final IntakeStore store;
    private final Clock clock;
    private final Instant begun;
    private Instant said;
    private boolean told;
    private boolean untold;
    private long rows;
    private long bytes;

    Running(IncomingFile file, IntakeStore store, Clock clock) {
        this.file = file;
        this.store = store;
        this.clock = clock;
        this.begun = clock.instant();
        this.said = begun;
    }

    /** Forgets what a killed intake of the same file left. */
    void begin() {
        quietly(() -> store.over(file));
    }

    void row() {
        rows++;
    }

    void passed(long read) {
        bytes = read;
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(SAY_EVERY) >= 0) {
            say(false, now);
        }
    }

    /** All was read. */
    void judging() {
        if (told) {
            say(true, clock.instant());
        }
    }

    void over() {
        if (told) {
            quietly(() -> store.over(file));
        }
    }

    private void say(boolean judging, Instant now) {
        said = now;
        told = true;
        long millis = Math.max(1, Duration.between(begun, now).toMillis());
        LOG.info(
                "{} of {}: {} rows {}, {} %, {} rows/s, {} s left / 剩余 {} 秒", file.name(), file.partner(), rows, judging ? "read, being checked" : "read", percent(),
                rows * 1000 / millis, left(millis), left(millis));
        quietly(() -> store.at(file, new Far(judging, bytes, rows, begun, now)));
    }

    private long percent() {
        return file.size() == 0 ? 0 : Math.min(100, bytes * 100 / file.size());
    }

    /** Seconds of reading. */
    private long left(long millis) {
        return bytes == 0 ? 0 : Math.max(0, (file.size() - bytes) * millis / bytes / 1000);
    }

    private void quietly(Runnable telling) {
        if (untold) {
            return;
        }
        try {
            telling.run();
        } catch (RuntimeException e) {
            untold = true;
            LOG.warn("how far {} is cannot be told: {}", file.name(), e.toString());
        }
    }
}

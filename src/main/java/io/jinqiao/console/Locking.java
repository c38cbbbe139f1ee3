package io.jinqiao.console;

import io.jinqiao.console.ConsoleProperties.LockOut;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When failed log-ins lock a person out, and for how long; pure. */
final class Locking {
    private Locking() {}

    /** One failure more than {@code before}; as many as agreed lock, and counting starts anew. */
    static Failures oneMore(int before, LockOut agreed, Instant now) {
        int counted = before + 1;
        return counted >= agreed.failures() ? new Failures(0, now.plus(agreed.lasts())) : new Failures(counted, null);
    }

    /** The lock ends with its instant. */
    static boolean lockedAt(@Nullable Instant lockedUntil, Instant now) {
        return lockedUntil != null && lockedUntil.isAfter(now);
    }
}

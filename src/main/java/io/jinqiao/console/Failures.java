package io.jinqiao.console;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed log-ins of one person.
 *
 * @param counted since the last success or lock
 * @param lockedUntil null when the person may try again at once
 */
record Failures(int counted, @Nullable Instant lockedUntil) {}

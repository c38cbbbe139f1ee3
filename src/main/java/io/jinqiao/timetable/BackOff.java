package io.jinqiao.timetable;

import java.time.Duration;

/**
 * How long to wait after the n-th failure in a row: doubles from {@code first} up to {@code longest}.
 */
public record BackOff(Duration first, Duration longest) {
    public BackOff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("back-off from " + first + " to " + longest);
        }
    }

    /** @param failures failures in a row, from 1 */
    public Duration after(int failures) {
        Duration wait = first;
        for (int i = 1; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}

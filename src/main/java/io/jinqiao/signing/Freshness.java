package io.jinqiao.signing;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a message's own time lies near enough to ours. */
public final class Freshness {
    private Freshness() {}

    /** @param window allowed distance in either direction, both ends included */
    public static Optional<Problem> check(Instant timestamp, Instant now, Duration window) {
        boolean inside = !timestamp.isBefore(now.minus(window)) && !timestamp.isAfter(now.plus(window));
        return inside ? Optional.empty() : Optional.of(Problem.of(FailureCode.MESSAGE_OUTSIDE_WINDOW, words(window)));
    }

    private static String words(Duration window) {
        return "±" + window.toSeconds() + " s";
    }
}

package io.jinqiao.assessment.gather;

import java.time.Instant;
import java.util.List;

/** Time that counts against nobody: this side was down, or the bank had announced maintenance. */
record Downtimes(List<Downtime> list) {

    /** @param side centre or bank */
    record Downtime(String side, Instant from, Instant until) {}

    /** Why something between two instants counts against nobody; null when it does. */
    @org.jspecify.annotations.Nullable String excuse(Instant from, Instant until) {
        return list.stream()
                .filter(down -> down.from().isBefore(until) && down.until().isAfter(from))
                .map(down -> down.side().equals("centre") ? "centre-down" : "announced-maintenance")
                .findFirst()
                .orElse(null);
    }
}

package io.jinqiao.adapter;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each stage of one exchange took, in microseconds, in their order. For one thread. */
final class Timings {
    private final Map<String, Long> micros = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** The time since the stage before belongs to this one. */
    void done(String stage) {
        long now = System.nanoTime();
        micros.merge(stage, (now - last) / 1000, Long::sum);
        last = now;
    }

    Map<String, Long> soFar() {
        return new LinkedHashMap<>(micros);
    }
}

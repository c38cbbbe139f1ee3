package io.jinqiao.workbench.demo;

import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The trade's own time in the demonstration: starts at the moment written in {@code workbench/business-date.txt} and runs on from there, also
 * over a restart. TLS, certificates and evidence keep real time.
 */
record BusinessClock(Duration offset) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Clock clock() {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    static BusinessClock of(Path data, Sources sources) {
        Path kept = data.resolve("business-clock-offset");
        try {
            if (!Files.exists(kept)) {
                String start = new String(sources.get("workbench/business-date.txt").bytes(), StandardCharsets.UTF_8).strip();
                Instant begin = LocalDateTime.parse(start).atZone(ZONE).toInstant();
                Files.createDirectories(data);
                Files.writeString(kept, Duration.between(Instant.now(), begin).toString());
            }
            return new BusinessClock(Duration.parse(Files.readString(kept).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

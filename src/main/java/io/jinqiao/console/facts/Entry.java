package io.jinqiao.console.facts;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One journal record, without its content.
 *
 * @param kind {@code received}, {@code answered}, {@code about-to-send}, {@code reply-received}, {@code nothing-came} or {@code decision}
 * @param state {@code recorded}, {@code linked} or {@code sealed}
 * @param stages time by stage, in order
 */
public record Entry(
        UUID record,
        ZonedDateTime at,
        String kind,
        @Nullable String partner,
        @Nullable String operation,
        @Nullable String messageId,
        @Nullable String subject,
        String verdict,
        List<String> codes,
        long size,
        String digest,
        @Nullable String profile,
        @Nullable String certificate,
        @Nullable String revocation,
        @Nullable UUID answers,
        String traceId,
        String node,
        @Nullable Long link,
        @Nullable Long seal,
        String state,
        List<Stage> stages) {

    /** @param from where the bar begins, in thousandths of the whole */
    public record Stage(String name, long micros, int from, int width) {}

    public boolean refused() {
        return verdict.equals("refused");
    }

    public boolean inward() {
        return kind.equals("received") || kind.equals("answered");
    }

    public long totalMicros() {
        return stages.stream().mapToLong(Stage::micros).sum();
    }
}

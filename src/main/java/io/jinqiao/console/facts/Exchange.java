package io.jinqiao.console.facts;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A first word on the wire and what it came to.
 *
 * @param record journal record of the first word
 * @param inward whether the partner spoke first
 * @param result {@code accepted}, {@code refused}, {@code unknown} or {@code waiting}
 * @param codes why refused or unknown
 * @param micros time at our side for inward messages, else until the answer; null while waiting
 */
public record Exchange(
        UUID record,
        ZonedDateTime at,
        boolean inward,
        @Nullable String partner,
        @Nullable String operation,
        @Nullable String messageId,
        @Nullable String subject,
        String result,
        List<String> codes,
        boolean signed,
        String state,
        @Nullable Long micros) {
    public static final List<String> RESULTS = List.of("accepted", "refused", "unknown", "waiting");
}

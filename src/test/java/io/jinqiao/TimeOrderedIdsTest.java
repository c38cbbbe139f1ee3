package io.jinqiao;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.MessageId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final TimeOrderedIds ids =
            new TimeOrderedIds(Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC), new SecureRandom());

    @Test
    void makesTwentySixCharactersWithoutLettersThatLookAlike() {
        assertThat(ids.next().value()).matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void ascendsWithinOneMillisecondAndNeverRepeats() {
        List<String> many = Stream.generate(ids::next).limit(10_000).map(MessageId::value).toList();
        Set<String> different = new HashSet<>(many);
        assertThat(different).hasSameSizeAs(many);
        assertThat(many).isSorted();
    }

    @Test
    void beginsWithTheTime() {
        assertThat(ids.next().value()).startsWith(ids.next().value().substring(0, 10));
    }
}

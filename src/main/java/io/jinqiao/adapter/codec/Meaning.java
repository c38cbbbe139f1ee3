package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one of their return codes says. */
public sealed interface Meaning {

    String text();

    /** @param says places of the answer's content, and the words this code puts there */
    record Taken(String text, Map<String, String> says) implements Meaning {
        public Taken {
            says = Map.copyOf(says);
        }
    }

    record Refused(FailureCode failure, String text) implements Meaning {}

    /** @param expectedWithin before it ends nothing alarms; null: an answer was due already */
    record Open(Reply.Cause cause, @Nullable Duration expectedWithin, String text) implements Meaning {}
}

package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one of their return codes says. */
public sealed interface Meaning {

    String text();

    record Taken(String text) implements Meaning {}

    record Refused(FailureCode failure, String text) implements Meaning {}

    /** @param expectedWithin before it ends nothing alarms; null: an answer was due already */
    record Open(Reply.Cause cause, @Nullable Duration expectedWithin, String text) implements Meaning {}
}

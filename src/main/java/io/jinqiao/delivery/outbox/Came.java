package io.jinqiao.delivery.outbox;

import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Reply;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to, for the row.
 *
 * @param from the stage it starts from
 * @param reply of {@code event} when it is definite: its effects are due
 * @param record writes the journal record; null when there is nothing to record
 */
record Came(Stage from, Event event, @Nullable Reply reply, @Nullable Supplier<RecordId> record) {

    static Came event(Stage from, Event event, @Nullable Supplier<RecordId> record) {
        return new Came(from, event, null, record);
    }

    static Came replied(Stage from, Reply reply, @Nullable Supplier<RecordId> record) {
        return reply.isUnknown()
                ? event(from, new Event.Replied(reply, false), record)
                : new Came(from, new Event.Replied(reply, true), reply, record);
    }

    /** The same with its effects left for later. */
    Came withoutEffects() {
        return reply == null ? this : new Came(from, new Event.Replied(reply, false), null, record);
    }

    /** A word for metrics. */
    String word() {
        if (event instanceof Event.Replied replied) {
            return replied.reply().fold(accepted -> "accepted", rejected -> "rejected", unknown -> "unknown");
        }
        if (event instanceof Event.NotSent) {
            return "not-sent";
        }
        return event instanceof Event.NotNow ? "not-now" : "never-arrived";
    }
}

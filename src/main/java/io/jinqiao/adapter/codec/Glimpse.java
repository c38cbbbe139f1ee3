package io.jinqiao.adapter.codec;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import org.jspecify.annotations.Nullable;

/** As much of a broken request's envelope as could be read: for its record and for the refusal. Nothing in it is verified. */
public record Glimpse(@Nullable Operation operation, @Nullable MessageId id, @Nullable String signType) {
    public static final Glimpse NOTHING = new Glimpse(null, null, null);
}

package io.jinqiao.adapter.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way bytes come in or go out; {@code kind} names the route template in {@code routes/channels/}.
 *
 * @param kind such as {@code http}
 * @param address outward: base URL, without a slash at the end; inward: first part of the path, such as {@code /partners/x}
 * @param ourIdentity alias of the key we show on the connection; null: none
 * @param theirIdentities aliases of the certificates the other side may show on the connection; empty: none asked
 * @param connectTimeout outward only; before it ends nothing has left
 * @param replyTimeout outward only, from the last byte sent; operations may differ
 */
public record Channel(
        Direction direction,
        String kind,
        String address,
        @Nullable String ourIdentity,
        List<String> theirIdentities,
        Duration connectTimeout,
        Duration replyTimeout) {
    public Channel {
        theirIdentities = List.copyOf(theirIdentities);
    }

    public enum Direction {
        IN,
        OUT
    }
}

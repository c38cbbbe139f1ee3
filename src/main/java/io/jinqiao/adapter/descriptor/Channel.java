package io.jinqiao.adapter.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way bytes come in or go out; {@code kind} names the route template in {@code routes/channels/}.
 *
 * @param kind such as {@code http}
 * @param address http, outward: base URL, without a slash at the end; http, inward: first part of the path, such as {@code /partners/x}; soap, inward: the whole path, such as {@code /services/x};
 *     tcp: host and port, where they listen or where we do
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

    /** Path by which partners ask for us on a channel that has paths; else empty. */
    public String path() {
        return (kind.equals("http") || kind.equals("soap")) && direction == Direction.IN ? address : "";
    }

    public enum Direction {
        IN,
        OUT
    }
}

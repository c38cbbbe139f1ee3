package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.Transport.Crossing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request on its way through the client, on one thread: how far it came. */
final class Passage {
    private static final ThreadLocal<Passage> CURRENT = new ThreadLocal<>();

    final Duration replyTimeout;
    boolean left;
    Crossing.@Nullable Answer answer;

    private Passage(Duration replyTimeout) {
        this.replyTimeout = replyTimeout;
    }

    static Passage begin(Duration replyTimeout) {
        Passage passage = new Passage(replyTimeout);
        CURRENT.set(passage);
        return passage;
    }

    static Passage current() {
        return CURRENT.get();
    }

    static void end() {
        CURRENT.remove();
    }
}

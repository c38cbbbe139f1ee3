package io.jinqiao.evidence.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys in memory for a while; of too many the one unused for longest goes. */
final class HeldKeys<K> {
    private static final int MOST = 8192;

    private final Clock clock;
    private final Duration length;
    private final Map<K, Held> held = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Held> eldest) {
            return size() > MOST;
        }
    };

    HeldKeys(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
    }

    private record Held(DataKey key, String owner, Instant until) {}

    synchronized @Nullable DataKey get(K name) {
        Held found = held.get(name);
        return found == null || clock.instant().isAfter(found.until) ? null : found.key;
    }

    synchronized void put(K name, String owner, DataKey key) {
        held.put(name, new Held(key, owner, clock.instant().plus(length)));
    }

    synchronized void forget(String owner) {
        held.values().removeIf(each -> each.owner.equals(owner));
    }
}

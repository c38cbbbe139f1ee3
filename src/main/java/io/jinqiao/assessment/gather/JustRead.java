package io.jinqiao.assessment.gather;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was read a moment ago and will be asked for once more: a few answers, each given back once, and only while what they were read from is the same. */
final class JustRead<K, V> {
    private static final int FEW = 8;

    private final Map<K, Read<V>> few = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Read<V>> eldest) {
            return size() > FEW;
        }
    };

    private record Read<V>(String state, V value) {}

    /** @param state of what it was read from */
    synchronized void keep(K asked, String state, V value) {
        few.put(asked, new Read<>(state, value));
    }

    /** @return empty when it was not read, or from another state */
    synchronized Optional<V> take(K asked, String state) {
        return Optional.ofNullable(few.remove(asked)).filter(one -> one.state().equals(state)).map(Read::value);
    }
}

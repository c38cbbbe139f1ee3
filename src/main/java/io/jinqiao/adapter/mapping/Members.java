package io.jinqiao.adapter.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a group by their name on the wire. Most senders keep the order of the table: the next one is asked before all are searched. */
final class Members {
    static final int NONE = -1;

    /** So many members may be absent in a row before all are searched. */
    private static final int LOOK_AHEAD = 4;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<In> nodes = new ArrayList<>();

    void put(String name, In node) {
        places.put(name, names.size());
        names.add(name);
        nodes.add(node);
    }

    @Nullable In get(String name) {
        Integer place = places.get(name);
        return place == null ? null : nodes.get(place);
    }

    /** @param expected where it should be if the sender keeps the order @return its place, or {@link #NONE} */
    int place(String name, int expected) {
        int end = Math.min(names.size(), expected + LOOK_AHEAD);
        for (int place = expected; place < end; place++) {
            if (names.get(place).equals(name)) {
                return place;
            }
        }
        return places.getOrDefault(name, NONE);
    }

    In at(int place) {
        return nodes.get(place);
    }
}

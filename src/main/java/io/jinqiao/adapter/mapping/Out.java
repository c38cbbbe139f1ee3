package io.jinqiao.adapter.mapping;

import java.util.ArrayList;
import java.util.List;

/** What is written in which order: the compiled table, seen from inside. */
sealed interface Out {

    record Group(String name, List<Out> members) implements Out {
        Group(String name) {
            this(name, new ArrayList<>());
        }
    }

    /**
     * Where a value of ours lies in its scope.
     *
     * @param groups around it, outermost first: the same list for all members of one group, so that it is known again
     * @param name interned, as the names in messages are
     */
    record Ours(List<String> groups, String name) {}

    record Leaf(String name, Ours our, Place place, Value value, boolean required) implements Out {}

    /** A value of the content around the row. */
    record Shared(Leaf of) implements Out {}

    record Rows(String name, Ours our, Place place, Group row, boolean required) implements Out {}

    record Constant(String name, String text, Kind kind) implements Out {}
}

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

    record Leaf(String name, List<String> our, Place place, Value value, boolean required) implements Out {}

    record Rows(String name, List<String> our, Place place, Group row) implements Out {}

    record Constant(String name, String text, Kind kind) implements Out {}
}

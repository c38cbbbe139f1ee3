package io.jinqiao.adapter.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may come next while a wire tree is read: the compiled table, seen from the wire. */
sealed interface In {

    /** @param id its place among the groups of its scope, to know afterwards which were there */
    record Group(int id, String their, Members members) implements In {
        Group(int id, String their) {
            this(id, their, new Members());
        }
    }

    record Leaf(int slot, int group, Place place, Value value, boolean required, @Nullable String fallback)
            implements In {}

    /** A value of the scope around the row; every row must tell the same. @param of as the scope around knows it */
    record Shared(Leaf of) implements In {}

    record Rows(int slot, int group, Place place, Scope row, int max, boolean required) implements In {}

    /** @param slot of nothing that is kept: to know a second one @param absent texts that stand for no value */
    record Constant(int slot, Place place, List<String> texts, List<String> absent) implements In {}

    record Ignored() implements In {}

    /**
     * The message, or one row: values are kept in slots until it ends.
     *
     * @param due leaves to look at when it ends: required ones and those with a fallback
     * @param wanted rows of which there must be one
     */
    record Scope(Group root, int slots, int groups, List<Leaf> due, List<Rows> wanted, Assembly assembly) {}
}

package io.jinqiao.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a message in the centre's words, before it has a type: a tree of named texts, groups and rows.
 *
 * <p>Every leaf is text in canonical form: money in whole fen, dates as {@code yyyy-MM-dd}, instants as ISO-8601 UTC,
 * code words in kebab-case. Absent means the name is not there; an empty text is a text.
 */
public sealed interface Content {

    /** A leaf. */
    record Text(String value) implements Content {}

    /** Named members in their given order. */
    record Group(Map<String, Content> members) implements Content {
        public static final Group EMPTY = new Group(Map.of());

        public Group {
            members = Collections.unmodifiableMap(members instanceof Members own ? own : new LinkedHashMap<>(members));
        }

        public @Nullable Content get(String name) {
            return members.get(name);
        }

        /** The text of a leaf directly in this group, or null when it is absent or no leaf. */
        public @Nullable String text(String name) {
            return members.get(name) instanceof Text text ? text.value() : null;
        }

        public Group with(String name, Content value) {
            Map<String, Content> copy = new LinkedHashMap<>(members);
            copy.put(name, value);
            return new Group(copy);
        }

        public Group with(String name, @Nullable String value) {
            return value == null ? this : with(name, new Text(value));
        }
    }

    /** Members in their order that nobody will change any more: a {@link Group} keeps them without copying. */
    final class Members extends LinkedHashMap<String, Content> {
        private static final long serialVersionUID = 1L;

        public Members(int expected) {
            super(expected * 2);
        }
    }

    /** A repeated group. */
    record Rows(List<Group> rows) implements Content {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** A place whose value was already refused further out (its problem is on the list): read as nothing, reported once. */
    record Refused() implements Content {}

    /** Builds a group member by member; null values are left out. */
    static GroupBuilder group() {
        return new GroupBuilder();
    }

    /** Collects members in order. Not for use by several threads. */
    final class GroupBuilder {
        private final Map<String, Content> members = new LinkedHashMap<>();

        public GroupBuilder put(String name, @Nullable Object value) {
            if (value instanceof Content content) {
                members.put(name, content);
            } else if (value != null) {
                members.put(name, new Text(Words.canonical(value)));
            }
            return this;
        }

        public GroupBuilder rows(String name, List<Group> rows) {
            if (!rows.isEmpty()) {
                members.put(name, new Rows(rows));
            }
            return this;
        }

        public Group build() {
            return new Group(members);
        }
    }
}

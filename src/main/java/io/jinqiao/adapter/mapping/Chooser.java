package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Content;
import io.jinqiao.message.IllegalValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the word that chooses the lines of a table, wherever it stands in the tree. Thread-safe. */
final class Chooser {
    private final Line.Field field;

    Chooser(Line.Field field) {
        this.field = field;
    }

    @Nullable String word(Content.Group content) {
        return content.text(field.our().get(0));
    }

    /** @return null when there is none, or none of ours: the lines for every message tell why */
    @Nullable String word(Consumer<WireSink> source) {
        Look look = new Look(field.their());
        source.accept(look);
        try {
            return look.found == null ? null : field.value().toOurs(look.found, look.kind);
        } catch (IllegalValue e) {
            return null;
        }
    }

    /** Looks for the first text at one path. */
    private static final class Look implements WireSink {
        private final List<String> path;
        private final Deque<String> open = new ArrayDeque<>();
        private @Nullable String found;
        private Kind kind = Kind.STRING;

        Look(List<String> path) {
            this.path = path;
        }

        @Override
        public void startGroup(String name) {
            open.addLast(name);
        }

        @Override
        public void endGroup() {
            open.removeLast();
        }

        @Override
        public void startList(String name) {
            open.addLast(name);
        }

        @Override
        public void endList() {
            open.removeLast();
        }

        @Override
        public void leaf(String name, String text, Kind as) {
            boolean last = open.size() == path.size() && name.equals(path.get(path.size() - 1));
            if (last && found == null && List.copyOf(open).subList(1, open.size()).equals(path.subList(0, path.size() - 1))) {
                found = text;
                kind = as;
            }
        }
    }
}

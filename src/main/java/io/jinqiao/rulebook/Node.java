package io.jinqiao.rulebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a data file that knows where it stands. */
public sealed interface Node {

    String file();

    /** Line from 1. */
    int line();

    /** Column from 1. */
    int column();

    /** Path from the top of the file, such as {@code operations.loan-application.code}; empty at the top. */
    String place();

    /** Named members in the order of the file. @param keys where each name itself stands */
    record Group(String file, int line, int column, String place, Map<String, Node> members, Map<String, Node> keys)
            implements Node {
        public @Nullable Node get(String name) {
            return members.get(name);
        }

        /** Text of a leaf directly in this group; null when absent, null or no leaf. */
        public @Nullable String text(String name) {
            return members.get(name) instanceof Leaf leaf && leaf.kind() != Kind.NULL ? leaf.text() : null;
        }

        public List<Node> rows(String name) {
            return members.get(name) instanceof Rows rows ? rows.rows() : List.of();
        }
    }

    record Rows(String file, int line, int column, String place, List<Node> rows) implements Node {}

    /**
     * One value. Kinds follow the YAML 1.2 core schema, not 1.1: {@code 01}, {@code no} and {@code 2026-01-01} are texts.
     *
     * @param text exactly as written, without quotes
     */
    record Leaf(String file, int line, int column, String place, String text, Kind kind) implements Node {}

    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        FLAG,
        NULL
    }
}

package io.jinqiao.message;

import java.util.List;
import java.util.Map;

/** Which places the content of a message has: for checking mapping tables, forms and documentation against the records. */
public sealed interface Shape {

    boolean required();

    /**
     * @param max characters of a text, largest number; 0 where it says nothing
     * @param words what a {@link Type#WORD} may be
     */
    record Leaf(Type type, boolean required, int max, List<String> words) implements Shape {}

    /** Members in the order in which they are read. */
    record Group(Map<String, Shape> members, boolean required) implements Shape {}

    record Rows(Group row, int min, int max) implements Shape {
        @Override
        public boolean required() {
            return min > 0;
        }
    }

    enum Type {
        TEXT,
        /** A text with a form of its own: an identifier, a digest, a decimal. */
        VALUE,
        MONEY,
        DATE,
        INSTANT,
        NUMBER,
        FLAG,
        WORD
    }
}

package io.jinqiao.workbench.simulate.bank;

import java.util.List;

/** One line of the list of contents the banks and the centre agreed on. */
sealed interface Item {

    /** The bank's name of it, as words; {@code /} before a name inside a group. */
    String words();

    /** Where it stands in our message, {@code .} between groups. */
    String ours();

    /** @param most longest text; 0: no limit @param codes name of the code list, empty when there is none */
    record Leaf(String words, String ours, Kind kind, int most, String codes, boolean required) implements Item {
        Leaf optional() {
            return new Leaf(words, ours, kind, most, codes, false);
        }
    }

    record Rows(String words, String ours, List<Item> items) implements Item {}

    enum Kind {
        TEXT,
        DIGITS,
        NUMBER,
        YUAN,
        DECIMAL,
        DAY,
        SIGNED_DAY,
        TIME,
        FLAG,
        CODE,
        BASE64
    }

    static Leaf text(String words, String ours, int most) {
        return new Leaf(words, ours, Kind.TEXT, most, "", true);
    }

    static Leaf of(Kind kind, String words, String ours) {
        return new Leaf(words, ours, kind, 0, "", true);
    }

    static Leaf digits(String words, String ours, int most) {
        return new Leaf(words, ours, Kind.DIGITS, most, "", true);
    }

    static Leaf code(String words, String ours, String codes) {
        return new Leaf(words, ours, Kind.CODE, 0, codes, true);
    }

    static Rows rows(String words, String ours, Item... items) {
        return new Rows(words, ours, List.of(items));
    }
}

package io.jinqiao.workbench.simulate.bank;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /** @param collective the name is that of the whole list, not of one of it */
    record Rows(String words, String ours, List<Item> items, boolean collective) implements Item {}

    enum Kind {
        TEXT,
        DIGITS,
        NUMBER,
        YUAN,
        DECIMAL,
        FOUR_DECIMALS,
        FIVE_DECIMALS,
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

    static Rows rows(String words, String ours, Object... items) {
        return new Rows(words, ours, all(items), false);
    }

    static Rows collective(String words, String ours, Object... items) {
        return new Rows(words, ours, all(items), true);
    }

    /** @param items each one, or several in a list */
    static List<Item> all(Object... items) {
        return Arrays.stream(items).flatMap(item -> item instanceof List<?> several ? several.stream() : Stream.of(item)).map(Item.class::cast).toList();
    }
}

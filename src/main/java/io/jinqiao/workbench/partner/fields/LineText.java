package io.jinqiao.workbench.partner.fields;

import io.jinqiao.rulebook.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of a mapping table as people write it. */
final class LineText {
    private final Map<String, String> words = new LinkedHashMap<>();

    /** A line of another table, word by word; its rows apart. */
    static LineText of(Node.Group line) {
        LineText text = new LineText();
        line.members().forEach((name, value) -> {
            if (!name.equals("rows")) {
                text.words.put(name, written(value));
            }
        });
        return text;
    }

    LineText put(String word, String text) {
        if (!text.isEmpty()) {
            words.put(word, quoted(text));
        }
        return this;
    }

    /** A number or a flag. */
    LineText bare(String word, Object value) {
        words.put(word, value.toString());
        return this;
    }

    LineText without(String... names) {
        for (String name : names) {
            words.remove(name);
        }
        return this;
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    String flow() {
        return words.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String written(Node value) {
        if (value instanceof Node.Rows rows) {
            return rows.rows().stream().map(LineText::written).collect(Collectors.joining(", ", "[", "]"));
        }
        Node.Leaf leaf = (Node.Leaf) value;
        return leaf.kind() == Node.Kind.TEXT ? quoted(leaf.text()) : leaf.text();
    }

    private static String quoted(String text) {
        boolean plain = text.matches("[\\p{L}][\\p{L}\\p{N} ._()（）、-]*") && !text.endsWith(" ") && !text.matches("(?i)true|false|null|~|yes|no");
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ") + '"';
    }
}

package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Durations;
import io.jinqiao.rulebook.Node;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Typed members of a group whose form the schema has admitted. */
final class Members {
    private final Node.Group group;

    Members(Node.Group group) {
        this.group = group;
    }

    static Members of(@Nullable Node node) {
        return new Members((Node.Group) java.util.Objects.requireNonNull(node));
    }

    Node node(String name) {
        return java.util.Objects.requireNonNull(group.get(name));
    }

    boolean has(String name) {
        return group.get(name) != null;
    }

    Members in(String name) {
        return of(group.get(name));
    }

    String text(String name) {
        return java.util.Objects.requireNonNull(group.text(name), name);
    }

    String text(String name, String otherwise) {
        String text = group.text(name);
        return text == null ? otherwise : text;
    }

    @Nullable String optional(String name) {
        return group.text(name);
    }

    Duration duration(String name) {
        return Durations.parse(text(name));
    }

    Duration duration(String name, Duration otherwise) {
        return has(name) ? duration(name) : otherwise;
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    /** Bytes from {@code 512B}, {@code 64KiB} or {@code 2MiB}, as many as an array can have. */
    int size(String name) {
        return Math.toIntExact(bytes(name));
    }

    /** The same without that limit; {@code GiB} too. */
    long bytes(String name) {
        String text = text(name);
        int digits = 0;
        while (Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        long unit = switch (text.substring(digits)) {
            case "KiB" -> 1L << 10;
            case "MiB" -> 1L << 20;
            case "GiB" -> 1L << 30;
            default -> 1;
        };
        return Math.multiplyExact(Long.parseLong(text.substring(0, digits)), unit);
    }

    int size(String name, int otherwise) {
        return has(name) ? size(name) : otherwise;
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<String> texts(String name) {
        return group.rows(name).stream().map(row -> ((Node.Leaf) row).text()).toList();
    }

    List<Node> rows(String name) {
        return group.rows(name);
    }

    Node.Group group() {
        return group;
    }
}

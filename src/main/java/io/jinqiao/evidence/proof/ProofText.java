package io.jinqiao.evidence.proof;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The form of everything that is hashed: UTF-8 lines ending in LF, the first a title with a version, each other {@code name=value}. A
 * person can read it and {@code openssl dgst -sha256} gives its digest.
 *
 * <p>An absent value has no line. A backslash is written {@code \\}, a control character {@code \\u} and four hexadecimal digits, so
 * that no value can add a line.
 */
public final class ProofText {
    private final StringBuilder text = new StringBuilder(512);

    public ProofText(String title) {
        text.append(title).append('\n');
    }

    public ProofText line(String name, @Nullable Object value) {
        if (value != null) {
            text.append(name).append('=');
            escape(value.toString());
            text.append('\n');
        }
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lines of one text, in order; a repeated name keeps its last value.
     *
     * @throws IllegalArgumentException when the title is another or a line has no name
     */
    public static Map<String, String> read(String title, byte[] bytes) {
        Map<String, String> lines = new LinkedHashMap<>();
        read(title, bytes, lines::put);
        return lines;
    }

    /** As {@link #read(String, byte[])}, for texts whose names repeat. */
    public static void read(String title, byte[] bytes, BiConsumer<String, String> each) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(title)) {
            throw new IllegalArgumentException("not a " + title);
        }
        for (String line : lines.subList(1, lines.size())) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("line without a name in " + title);
            }
            each.accept(line.substring(0, equals), unescape(line.substring(equals + 1)));
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\') {
                text.append("\\\\");
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (value.startsWith("\\\\", i)) {
                plain.append('\\');
                i++;
            } else if (value.startsWith("\\u", i) && i + 6 <= value.length()) {
                plain.append((char) Integer.parseInt(value.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                throw new IllegalArgumentException("bad escape");
            }
        }
        return plain.toString();
    }
}

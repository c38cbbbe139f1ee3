package io.jinqiao.workbench.samples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where two messages part: the member it happens in and what stands around, not two walls of text. */
public final class FirstDifference {
    /** A name in JSON, also inside a text, or an element that begins, also in a form. */
    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]*)\\\\?\":|(?:<|%3C)([A-Za-z_][A-Za-z0-9_]*)(?:>|%3E)");

    private FirstDifference() {}

    /** @return null when the bytes are equal */
    public static @Nullable String between(byte[] expected, byte[] actual) {
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            return null;
        }
        return "in member " + member(expected, actual) + ", byte " + at + ": expected …" + around(expected, at)
                + "… but was …" + around(actual, at) + "…";
    }

    /** Name of the member in which they part; a question mark when there is none before. */
    public static String member(byte[] expected, byte[] actual) {
        int at = Math.max(0, Arrays.mismatch(expected, actual));
        // names are ASCII, and a name that is cut short still tells where
        int end = at;
        while (end < expected.length && end - at < 64 && (Character.isLetterOrDigit(expected[end]) || expected[end] == '_')) {
            end++;
        }
        String text = new String(expected, 0, Math.min(expected.length, end + 3), StandardCharsets.ISO_8859_1);
        Matcher members = MEMBER.matcher(text);
        String last = "?";
        while (members.find()) {
            last = members.group(1) == null ? members.group(2) : members.group(1);
        }
        return last;
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - 30);
        int to = Math.min(bytes.length, at + 30);
        return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}

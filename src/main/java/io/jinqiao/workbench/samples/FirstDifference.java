package io.jinqiao.workbench.samples;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where two messages part: the member it happens in and what stands around, not two walls of text. */
public final class FirstDifference {
    /** A name in JSON, also inside a text, or an element that begins, also in a form. */
    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]*)\\\\?\":|(?:<|%3C)([A-Za-z_][A-Za-z0-9_]*)(?:>|%3E)");

    private static final int NEAR = 30;
    private static final int SHOWN = 8;

    private FirstDifference() {}

    /**
     * @param charset of the messages
     * @return null when the bytes are equal
     */
    public static @Nullable String between(byte[] expected, byte[] actual, Charset charset) {
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            return null;
        }
        return "in member " + member(expected, actual) + ", byte " + at + ": expected " + around(expected, at, charset) + " but was " + around(actual, at, charset);
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

    private static String around(byte[] bytes, int at, Charset charset) {
        int from = uncut(bytes, Math.min(at, bytes.length) - NEAR, -1);
        int to = uncut(bytes, at + NEAR, 1);
        byte[] there = Arrays.copyOfRange(bytes, Math.min(at, bytes.length), Math.min(at + SHOWN, bytes.length));
        return "…" + new String(bytes, from, to - from, charset) + "… [" + HexFormat.ofDelimiter(" ").formatHex(there) + "]";
    }

    /** The next place, forwards or backwards, where no character is cut: beside punctuation, which is no part of any other. */
    private static int uncut(byte[] bytes, int at, int step) {
        int place = at;
        while (place > 0 && place < bytes.length && !(bytes[place] >= 0 && bytes[place] < 0x30 || bytes[place] > 0x39 && bytes[place] < 0x40)) {
            place += step;
        }
        return Math.max(0, Math.min(place, bytes.length));
    }
}

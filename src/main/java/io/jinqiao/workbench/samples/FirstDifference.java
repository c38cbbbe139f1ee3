package io.jinqiao.workbench.samples;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where two messages part: the member it happens in and what stands around, not two walls of text. */
public final class FirstDifference {
    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z_]+)\\\\?\":");

    private FirstDifference() {}

    /** @return null when the bytes are equal */
    public static @Nullable String between(byte[] expected, byte[] actual) {
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            return null;
        }
        return "in member " + member(expected, at) + ", byte " + at + ": expected …" + around(expected, at)
                + "… but was …" + around(actual, at) + "…";
    }

    private static String member(byte[] bytes, int at) {
        Matcher members = MEMBER.matcher(new String(bytes, 0, at, StandardCharsets.UTF_8));
        String last = "?";
        while (members.find()) {
            last = members.group(1);
        }
        return last;
    }

    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, at - 30);
        int to = Math.min(bytes.length, at + 30);
        return from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}

package io.jinqiao.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One data file as it was found.
 *
 * @param name path below the home, with slashes, such as {@code rules/rates.yaml}; the same for the packaged copy
 * @param origin where it was taken from, for people: {@code home} or {@code packaged}, then the full address
 */
public record Source(String name, String origin, byte[] bytes) {

    /** A file that exists only in memory. */
    public static Source of(String name, String text) {
        return new Source(name, "memory", text.getBytes(StandardCharsets.UTF_8));
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source o && name.equals(o.name) && Arrays.equals(bytes, o.bytes);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + origin + ")";
    }
}

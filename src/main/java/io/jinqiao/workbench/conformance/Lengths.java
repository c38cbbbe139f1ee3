package io.jinqiao.workbench.conformance;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The longest text a place takes: the shorter of what our message and what the table allows. */
final class Lengths {
    /** CJK extension B: four bytes in GB18030, two chars in Java, in no code page before. */
    private static final String WIDE = "例";
    private static final String RARE = "𠮷";

    private Lengths() {}

    /** @param ours longest in characters our message takes; 0: nothing is said */
    static @Nullable String longest(int ours, Place place) {
        int limit = limit(ours, place.max(), place.bytes());
        if (limit == 0 || place.converts("base64") || place.converts("hex")) {
            return null;
        }
        return (place.converts("digits") ? "1" : "x").repeat(limit);
    }

    /** As many characters of several bytes as fit; null where nothing is said, or where no such character may stand. */
    static @Nullable String widest(int ours, Place place) {
        Charset charset = place.charset();
        int fit = charset == null ? 0 : place.bytes() / WIDE.getBytes(charset).length;
        int limit = limit(ours, place.max(), fit);
        return limit == 0 || place.converts("base64") || place.converts("hex") || place.converts("digits") ? null : WIDE.repeat(limit);
    }

    /** As many four-byte characters as fit, and then the rest in letters; null where characters are not counted in bytes. */
    static @Nullable String rarest(int ours, Place place) {
        Charset charset = place.charset();
        if (place.bytes() < 4 || charset == null || place.converts("digits") || !charset.newEncoder().canEncode(RARE)) {
            return null;
        }
        int width = RARE.getBytes(charset).length;
        int count = Math.min(place.bytes() / width, ours == 0 ? Integer.MAX_VALUE : ours / RARE.length());
        int rest = Math.min(place.bytes() - count * width, ours == 0 ? Integer.MAX_VALUE : ours - count * RARE.length());
        return RARE.repeat(count) + "x".repeat(Math.max(0, Math.min(rest, width - 1)));
    }

    private static int limit(int... limits) {
        int least = Integer.MAX_VALUE;
        for (int limit : limits) {
            least = limit > 0 ? Math.min(least, limit) : least;
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }
}

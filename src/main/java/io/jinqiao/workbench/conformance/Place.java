package io.jinqiao.workbench.conformance;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a mapping table as people read it.
 *
 * @param our path from the top, rows as {@code name[]}
 * @param their the same in their words
 * @param max longest text on the wire in characters; 0: nothing is said
 * @param bytes longest text in bytes of {@code charset}; 0: nothing is said
 * @param where file and line
 */
record Place(
        String our,
        String their,
        String title,
        List<String> conversions,
        @Nullable String codes,
        boolean required,
        boolean cut,
        int max,
        int bytes,
        @Nullable Charset charset,
        String where) {

    /** Their name without the groups around it. */
    String leaf() {
        return their.substring(their.lastIndexOf('.') + 1);
    }

    /** The smallest amount above nothing that the unit of the wire holds, in fen. */
    long oneFen() {
        return converts("money:wan-yuan-4") ? 100 : 1;
    }

    boolean converts(String name) {
        return conversions.stream().anyMatch(conversion -> conversion.equals(name) || conversion.startsWith(name + ":"));
    }
}

package io.jinqiao.rulebook;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /** The same of a file that people write. @throws RulebookException with the line, when it is not UTF-8 */
    public String strictText() {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(rest, text, true);
        if (!result.isError()) {
            return text.flip().toString();
        }
        long line = text.flip().chars().filter(c -> c == '\n').count() + 1;
        String what = String.format(Locale.ROOT, "文件不是 UTF-8 编码 / the file is not UTF-8 (byte %d is %02x)", rest.position() + 1, bytes[rest.position()]);
        throw new RulebookException(List.of(new RuleProblem(name, (int) line, 0, "", what, "另存为 UTF-8 / save it as UTF-8; GBK is for what goes over the wire")));
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

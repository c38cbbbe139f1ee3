package io.jinqiao.adapter.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where two files part: line, byte and column or element, for the kit and for tests. */
public final class FileDifference {
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z_]+)>");

    private FileDifference() {}

    /** @return null when the bytes are equal */
    public static @Nullable String between(byte[] expected, byte[] actual, FileLayout layout) {
        int at = Arrays.mismatch(expected, actual);
        if (at < 0) {
            return null;
        }
        int line = 1;
        int start = 0;
        for (int i = 0; i < Math.min(at, expected.length); i++) {
            if (expected[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        Charset charset = layout.form().charset();
        String member = layout instanceof LinesLayout lines ? column(lines, expected, start, at) : element(new String(expected, 0, at, charset));
        return "line " + line + ", byte " + (at - start + 1) + ", " + member + ": expected …" + around(expected, at, charset) + "… but was …"
                + around(actual, at, charset) + "…";
    }

    private static String element(String before) {
        Matcher elements = ELEMENT.matcher(before);
        String last = "?";
        while (elements.find()) {
            last = elements.group(1);
        }
        return last;
    }

    private static String column(LinesLayout lines, byte[] line, int start, int at) {
        int end = start;
        while (end < line.length && line[end] != '\n' && line[end] != '\r') {
            end++;
        }
        LinesLayout.Parts parts = lines.parts();
        for (Section section : new Section[] {parts.trailer(), parts.header(), parts.rows()}) {
            if (section != null && Arrays.equals(line, start, Math.min(end, start + section.tag().length), section.tag(), 0, section.tag().length)) {
                Cut cut = section.cut();
                List<String> names = section.plan().names();
                if (section.columns().split(line, start + section.tag().length, end, cut)) {
                    for (int i = 0; i < names.size(); i++) {
                        if (at <= cut.to[i]) {
                            return names.get(i);
                        }
                    }
                }
            }
        }
        return "?";
    }

    private static String around(byte[] bytes, int at, Charset charset) {
        int from = Math.max(0, at - 20);
        int to = Math.min(bytes.length, at + 20);
        return from >= to ? "" : new String(bytes, from, to - from, charset);
    }
}

package io.jinqiao.opinion.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines by the Chinese rule: between any two Han characters, but a closing mark never starts a line, an opening one
 * never ends it, and a number or Latin word stays whole unless it is longer than a line. Drops nothing but blanks at the ends of lines.
 */
public final class LineBreaker {
    private static final String NEVER_FIRST = "，。、；：？！）》」』】〕〉”’…—～％℃·㎡,.;:?!)]}%";
    private static final String NEVER_LAST = "（《「『【〔〈“‘￥¥([{";

    private final Typeface typeface;

    public LineBreaker(Typeface typeface) {
        this.typeface = typeface;
    }

    /**
     * @param width of a line in em
     * @param indent of the first line in em
     * @return at least one line
     */
    public List<String> lines(String text, double width, double indent) {
        List<String> lines = new ArrayList<>();
        int[] characters = text.codePoints().toArray();
        int start = 0;
        double room = width - indent;
        while (start < characters.length) {
            int end = fill(characters, start, room);
            lines.add(new String(characters, start, end - start).strip());
            start = end;
            room = width;
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    public List<String> lines(String text, double width) {
        return lines(text, width, 0);
    }

    /** Where the line that begins at {@code start} ends. */
    private int fill(int[] characters, int start, double room) {
        double used = 0;
        int end = start;
        while (end < characters.length) {
            used += typeface.advance(characters[end]);
            if (used > room + 1e-9 && end > start) {
                return lastBreak(characters, start, end);
            }
            end++;
        }
        return end;
    }

    private static int lastBreak(int[] characters, int start, int overflow) {
        for (int end = overflow; end > start; end--) {
            if (mayBreak(characters[end - 1], characters[end])) {
                return end;
            }
        }
        return overflow;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return !(inWord(before) && inWord(after));
    }

    private static boolean inWord(int character) {
        return character < 0x2000 && character != ' ' && character != '/';
    }
}

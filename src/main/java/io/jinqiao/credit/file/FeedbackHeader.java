package io.jinqiao.credit.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * First line of an answer, 72 characters.
 *
 * @param sent first 29 characters of the name of the file that was sent
 * @param flag 1: all loaded, 2: the whole file refused, 3: some loaded
 * @param right records loaded
 * @param wrong records refused
 */
public record FeedbackHeader(String sent, int flag, long right, long wrong) {
    static final int LENGTH = 72;
    private static final Pattern FORM = Pattern.compile("A([0-9]{3})(.{5})(.{29})([1-3])(.{5})([0-9]{14})([0-9]{7})([0-9]{7})");

    static Optional<FeedbackHeader> parse(String line) {
        Matcher parts = FORM.matcher(line);
        return parts.matches()
                ? Optional.of(new FeedbackHeader(parts.group(3), Integer.parseInt(parts.group(4)), Long.parseLong(parts.group(7)), Long.parseLong(parts.group(8))))
                : Optional.empty();
    }
}

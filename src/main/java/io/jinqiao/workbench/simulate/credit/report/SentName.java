package io.jinqiao.workbench.simulate.credit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a file that was sent: 30 characters and an extension for its wrapping. */
record SentName(String stem, String segmentCode, LocalDate day, String type) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]{14})([0-9]{8})([0-9]{3})0(?!000)[0-9]{3}0");
    private static final int FLAG_AT = 29;

    static Optional<SentName> read(String name) {
        String stem = stem(name);
        Matcher m = FORM.matcher(stem);
        if (!m.matches() || !Layouts.ALL.containsKey(m.group(3))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SentName(stem, m.group(1), LocalDate.parse(m.group(2), DAY), m.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String stem(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The first 29 characters, of whatever was sent. */
    static String common(String name) {
        return String.format("%-29s", stem(name)).replace(' ', '0').substring(0, FLAG_AT);
    }
}

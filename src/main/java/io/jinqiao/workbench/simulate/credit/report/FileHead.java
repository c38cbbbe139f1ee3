package io.jinqiao.workbench.simulate.credit.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a reporting file, 50 characters.
 *
 * @param template two characters; two spaces for accounts
 * @param count of records, as it was announced
 */
record FileHead(String type, String version, String template, String segmentCode, LocalDateTime created, int count) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    static final String VERSION = "2.0.0";
    private static final Pattern FORM = Pattern.compile("A050([0-9]{3})(.{5})(.{2})([A-Za-z0-9]{14})([0-9]{14})0([0-9]{7})");

    static Optional<FileHead> read(String line) {
        Matcher m = FORM.matcher(line);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileHead(m.group(1), m.group(2), m.group(3), m.group(4), LocalDateTime.parse(m.group(5), TIME), Integer.parseInt(m.group(6))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    LocalDate day() {
        return created.toLocalDate();
    }
}

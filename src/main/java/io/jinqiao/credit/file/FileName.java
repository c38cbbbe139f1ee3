package io.jinqiao.credit.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a file, 30 characters: provider's code (14), day (8), record (3), {@code 0}, serial number (3), feedback flag (1). The extension is told apart.
 *
 * @param serial 1 to 999, counted for each provider, day and record; never used again
 * @param flag 0 for a file that is sent; of an answer 1: all loaded, 2: the whole file refused, 3: some loaded
 */
public record FileName(String provider, LocalDate day, String record, int serial, int flag) {
    public static final int LAST_SERIAL = 999;
    private static final Pattern FORM = Pattern.compile("([0-9A-Z]{14})([0-9]{8})([0-9]{3})0([0-9]{3})([0-3])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    public FileName {
        if (provider.length() != 14 || record.length() != 3 || serial < 1 || serial > LAST_SERIAL || flag < 0 || flag > 3) {
            throw new IllegalArgumentException("14 characters of the provider, 3 of the record, serial 1 to 999, flag 0 to 3");
        }
    }

    /** A file to be sent. */
    public FileName(String provider, LocalDate day, String record, int serial) {
        this(provider, day, record, serial, 0);
    }

    /** @return nothing when the text is no name of a file */
    public static Optional<FileName> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(4).equals("000")) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(parts.group(2), DAY);
            return Optional.of(new FileName(parts.group(1), day, parts.group(3), Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Of the file that was sent, when this is an answer. */
    public FileName sent() {
        return new FileName(provider, day, record, serial);
    }

    @Override
    public String toString() {
        return provider + DAY.format(day) + record + "0" + "%03d".formatted(serial) + flag;
    }
}

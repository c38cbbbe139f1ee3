package io.jinqiao.credit.file;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * First line of a file, 50 characters.
 *
 * @param template two characters, two spaces where a record has one form only
 * @param made when the file was made; the day is that of its name
 * @param count records in the file, 1 to 1,000,000
 */
public record FileHeader(String version, String record, String template, String provider, LocalDateTime made, int count) {
    public static final int LENGTH = 50;
    /** Told by one public set-up; more would not fit one file. */
    public static final int MAX_RECORDS = 1_000_000;

    public static final String ONE_FORM = "  ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    public FileHeader {
        if (version.length() != 5 || record.length() != 3 || template.length() != 2 || provider.length() != 14 || count < 0 || count > MAX_RECORDS) {
            throw new IllegalArgumentException("a header that does not fit its 50 characters");
        }
    }

    @Override
    public String toString() {
        return "A050" + record + version + template + provider + TIME.format(made) + "0" + "%07d".formatted(count);
    }
}

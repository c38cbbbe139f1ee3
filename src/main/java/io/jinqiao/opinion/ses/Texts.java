package io.jinqiao.opinion.ses;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** How texts and times are written in a seal. */
final class Texts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Texts() {}

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    static String requireAscii(String text) {
        if (!isAscii(text)) {
            throw new IllegalArgumentException("only ASCII can be written here");
        }
        return text;
    }

    /** @throws java.time.DateTimeException unless whole seconds in UTC, as DER writes them */
    static Instant instant(String generalizedTime) {
        return LocalDateTime.parse(generalizedTime, TIME).toInstant(ZoneOffset.UTC);
    }

    static String generalizedTime(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    static Instant requireSeconds(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (instant.getNano() != 0 || year < 0 || year > 9999) {
            throw new IllegalArgumentException("whole seconds of a year with four digits are needed");
        }
        return instant;
    }
}

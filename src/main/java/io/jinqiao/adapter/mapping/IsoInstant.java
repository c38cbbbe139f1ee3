package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/**
 * {@code 2026-12-03T10:30:18}, with or without an offset from UTC, against an instant: what tells no offset is meant in the agreed zone. Written
 * without one, to the second.
 */
record IsoInstant(ZoneId zone) implements Conversion {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    @Override
    public String toOurs(String theirs) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(theirs, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = read instanceof OffsetDateTime zoned ? zoned.toInstant() : ((LocalDateTime) read).atZone(zone).toInstant();
            return instant.toString();
        } catch (DateTimeParseException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyy-MM-ddTHH:mm:ss");
        } catch (DateTimeException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "yyyy-MM-ddTHH:mm:ss+08:00");
        }
    }

    @Override
    public String toTheirs(String ours) {
        return Instant.parse(ours).atZone(zone).format(WRITTEN);
    }
}

package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A local date and time of a named zone against an instant; parts of a second the pattern has no place for are cut off. */
record InstantText(String pattern, DateTimeFormatter form, ZoneId zone) implements Conversion {
    private static final String ISO = "iso@";

    static Conversion of(String argument) {
        return argument.startsWith(ISO) ? new IsoInstant(ZoneId.of(argument.substring(ISO.length()))) : byPattern(argument);
    }

    private static InstantText byPattern(String argument) {
        int at = argument.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("instant:<格式>@<时区>，例如 instant:yyyyMMddHHmmss@Asia/Shanghai / instant:<pattern>@<zone>, such as instant:yyyyMMddHHmmss@Asia/Shanghai");
        }
        String pattern = argument.substring(0, at);
        InstantText instant =
                new InstantText(pattern, DateText.formatter(pattern), ZoneId.of(argument.substring(at + 1)));
        String probe = "2024-11-23T06:50:00Z";
        if (!instant.toOurs(instant.toTheirs(probe)).equals(probe)) {
            throw new IllegalArgumentException("时刻格式含年、月、日、时、分 / an instant pattern has year, month, day, hour and minute");
        }
        return instant;
    }

    @Override
    public String toOurs(String theirs) {
        try {
            return LocalDateTime.parse(theirs, form).atZone(zone).toInstant().toString();
        } catch (DateTimeException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, pattern);
        }
    }

    @Override
    public String toTheirs(String ours) {
        return Instant.parse(ours).atZone(zone).format(form);
    }
}

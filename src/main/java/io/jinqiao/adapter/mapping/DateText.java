package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** A calendar date in a pattern of {@link DateTimeFormatter}; days that do not exist are refused. */
record DateText(String pattern, DateTimeFormatter form) implements Conversion {
    static DateText of(String pattern) {
        DateText date = new DateText(pattern, formatter(pattern));
        LocalDate probe = LocalDate.of(2024, 11, 23);
        if (pattern.isEmpty() || !date.toOurs(date.toTheirs(probe.toString())).equals(probe.toString())) {
            throw new IllegalArgumentException("a date pattern has year, month and day, such as yyyyMMdd");
        }
        return date;
    }

    /** People write {@code yyyy}; only {@code uuuu} resolves strictly without an era. */
    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public String toOurs(String theirs) {
        try {
            return LocalDate.parse(theirs, form).toString();
        } catch (DateTimeException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, pattern);
        }
    }

    @Override
    public String toTheirs(String ours) {
        return LocalDate.parse(ours).format(form);
    }
}

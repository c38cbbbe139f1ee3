package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date in a pattern of {@link DateTimeFormatter}; days that do not exist are refused. @param dash dashes at each place between the
 * parts of the two usual patterns; -1: another pattern
 */
record DateText(String pattern, DateTimeFormatter form, int dash) implements Conversion {
    static DateText of(String pattern) {
        DateText date = new DateText(pattern, formatter(pattern), pattern.equals("yyyyMMdd") ? 0 : pattern.equals("yyyy-MM-dd") ? 1 : -1);
        LocalDate probe = LocalDate.of(2024, 11, 23);
        if (pattern.isEmpty() || !date.toOurs(date.toTheirs(probe.toString())).equals(probe.toString())) {
            throw new IllegalArgumentException("日期格式含年、月、日，例如 yyyyMMdd / a date pattern has year, month and day, such as yyyyMMdd");
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
        String ours = plain(theirs);
        if (ours != null) {
            return ours;
        }
        try {
            return LocalDate.parse(theirs, form).toString();
        } catch (DateTimeException e) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, pattern);
        }
    }

    @Override
    public String toTheirs(String ours) {
        if (ours.length() == 10 && dash >= 0 && isDay(ours, 1)) {
            return dash == 1 ? ours : ours.substring(0, 4).concat(ours.substring(5, 7)).concat(ours.substring(8));
        }
        return LocalDate.parse(ours).format(form);
    }

    /** The two patterns nearly everybody has, without a formatter. @return null when it is none of them or no such day: then the long way says why */
    private @Nullable String plain(String theirs) {
        if (dash < 0 || theirs.length() != 8 + 2 * dash || !isDay(theirs, dash)) {
            return null;
        }
        return dash == 1 ? theirs : theirs.substring(0, 4) + '-' + theirs.substring(4, 6) + '-' + theirs.substring(6);
    }

    private static boolean isDay(String text, int dash) {
        if (dash == 1 && (text.charAt(4) != '-' || text.charAt(7) != '-')) {
            return false;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 4 + dash, 2);
        int day = digits(text, 6 + 2 * dash, 2);
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static int digits(String text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}

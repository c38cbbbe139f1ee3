package io.jinqiao.credit.record;

import io.jinqiao.message.CreditCode;
import io.jinqiao.message.IllegalValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** The things a rule can ask for. What is not there, or not of its form, is judged by others: here it holds. */
final class Checks {
    private Checks() {}

    /** One of some values. */
    static Check among(String name, Check.Item item, Set<String> values, boolean wanted) {
        return at -> {
            String value = item.in(at);
            return value == null || values.contains(value) == wanted ? null : name;
        };
    }

    /** A condition: one of some values, and there. */
    static Check is(String name, Check.Item item, Set<String> values) {
        return at -> {
            String value = item.in(at);
            return value != null && values.contains(value) ? null : name;
        };
    }

    /** @param there whether the place for it is there */
    static Check filled(String name, Check.Item item, Check there) {
        return at -> there.broken(at) == null && Check.blank(item.in(at)) ? name : null;
    }

    static Check blank(String name, Check.Item item) {
        return at -> Check.blank(item.in(at)) ? null : name;
    }

    static Check absent(String name, Check.Item item) {
        return at -> item.in(at) == null ? null : name;
    }

    static Check positive(String name, Check.Item item) {
        return at -> {
            String value = item.in(at);
            return value == null || value.chars().anyMatch(c -> c > '0' && c <= '9') ? null : name;
        };
    }

    /** Whole numbers, compared as they are written: no leading zeros. */
    static Check atMost(String name, Check.Item item, Check.Item of) {
        return at -> {
            String less = item.in(at);
            String more = of.in(at);
            boolean open = less == null || more == null;
            return open || less.length() < more.length() || less.length() == more.length() && less.compareTo(more) <= 0 ? null : name;
        };
    }

    /** ISO days compare as texts. */
    static Check notAfter(String name, Check.Item first, Check.Item last) {
        return at -> {
            String earlier = first.in(at);
            String later = last.in(at);
            return Check.blank(earlier) || Check.blank(later) || earlier.compareTo(later) <= 0 ? null : name;
        };
    }

    static Check fewerDays(String name, Check.Item from, Check.Item to, int days) {
        return at -> {
            LocalDate first = Form.Day.parse(from.in(at));
            LocalDate last = Form.Day.parse(to.in(at));
            return first == null || last == null || ChronoUnit.DAYS.between(first, last) < days ? null : name;
        };
    }

    static Check monthsApart(String name, Check.Item from, Check.Item to, int most) {
        return at -> {
            YearMonth first = Form.Month.parse(from.in(at));
            YearMonth last = Form.Month.parse(to.in(at));
            return first == null || last == null || Math.abs(ChronoUnit.MONTHS.between(first, last)) <= most ? null : name;
        };
    }

    static Check same(String name, Check.Item item, Check.Item as) {
        return at -> {
            String one = item.in(at);
            String other = as.in(at);
            return one == null || other == null || one.equals(other) ? null : name;
        };
    }

    /** At least one pair differs. */
    static Check differ(List<Check.Item> items, List<Check.Item> from) {
        return at -> {
            for (int i = 0; i < items.size(); i++) {
                String one = items.get(i).in(at);
                if (one == null || !one.equals(from.get(i).in(at))) {
                    return null;
                }
            }
            return Check.WHOLE;
        };
    }

    static Check identity(String name, Check.Item type, Check.Item number) {
        return at -> {
            String value = number.in(at);
            return Check.blank(value) || Certificates.fits(type.in(at), value) ? null : name;
        };
    }

    static Check creditCode(String name, Check.Item item) {
        return at -> {
            String value = item.in(at);
            return value == null || isCreditCode(value) ? null : name;
        };
    }

    private static boolean isCreditCode(String value) {
        try {
            return new CreditCode(value).value().equals(value);
        } catch (IllegalValue e) {
            return false;
        }
    }

    static Check segment(int segment, boolean required) {
        return at -> at.record().has(segment) == required ? null : Check.WHOLE;
    }

    /** The first of several that breaks. */
    static Check all(List<Check> checks) {
        return checks.stream().reduce(Check::and).orElse(at -> null);
    }
}

package io.jinqiao.credit.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule as it stands in the file: under which conditions, and one thing that is asked. */
record RuleRow(
        String id,
        String zh,
        String en,
        @Nullable String source,
        @Nullable String in,
        @Nullable Map<String, List<String>> when,
        @Nullable Map<String, List<String>> unless,
        @Nullable Map<String, List<String>> values,
        @Nullable Map<String, List<String>> notValues,
        @Nullable List<String> filled,
        @Nullable List<String> blank,
        @Nullable List<String> absent,
        @Nullable List<String> positive,
        @Nullable Of atMost,
        @Nullable Order order,
        @Nullable Days days,
        @Nullable Months months,
        @Nullable Same same,
        @Nullable Map<String, String> differ,
        @Nullable Identity identity,
        @Nullable String creditCode,
        @Nullable Map<String, String> table,
        @Nullable Map<String, Asked> segment) {

    record Of(String item, String of) {}

    record Order(List<String> first, List<String> last) {}

    record Days(String from, String to, int fewerThan) {}

    record Months(String from, String to, int atMost) {}

    record Same(String item, String as) {}

    record Identity(String type, String number) {}

    enum Asked {
        REQUIRED,
        ABSENT
    }

    /** How many things are asked; one is right. */
    long asked() {
        return Arrays.asList(values, notValues, filled, blank, absent, positive, atMost, order, days, months, same, differ, identity, creditCode, table, segment).stream()
                .filter(Objects::nonNull)
                .count();
    }
}

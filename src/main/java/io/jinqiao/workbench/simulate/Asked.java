package io.jinqiao.workbench.simulate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Words, numbers and days in an order to the control port: what nobody can do is told before anything is done. */
public final class Asked {
    private Asked() {}

    /** {@code as=…}, as it is typed: {@code bad-signature}. */
    public static <E extends Enum<E>> E word(Class<E> kind, Map<String, String> asked) {
        String word = asked.getOrDefault("as", "").toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(kind.getEnumConstants())
                .filter(behaviour -> behaviour.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("as: " + Arrays.toString(kind.getEnumConstants())));
    }

    /** @throws IllegalArgumentException when it was not said */
    public static String required(Map<String, String> asked, String name) {
        String value = asked.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + "=… is missing");
        }
        return value;
    }

    /**
     * @param otherwise when nothing is said
     * @throws IllegalArgumentException naming the limit
     */
    public static int number(Map<String, String> asked, String name, int otherwise, int most) {
        String text = asked.get(name);
        if (text == null) {
            return otherwise;
        }
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + "=" + text + "：须为 1 到 " + most + " 的整数 / must be a whole number from 1 to " + most);
        }
        return number;
    }

    /** Today when nothing is said. */
    public static LocalDate day(Map<String, String> asked) {
        String text = asked.get("day");
        try {
            return text == null ? LocalDate.now() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day=" + text + "：须为存在的日期，如 2026-11-25 / must be a day there is, such as 2026-11-25", e);
        }
    }
}

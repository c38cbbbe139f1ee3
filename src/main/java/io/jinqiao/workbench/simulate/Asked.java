package io.jinqiao.workbench.simulate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;

/** Numbers and days in an order to the control port: what nobody can do is told before anything is done. */
final class Asked {
    private Asked() {}

    /**
     * @param otherwise when nothing is said
     * @throws IllegalArgumentException naming the limit
     */
    static int number(Map<String, String> asked, String name, int otherwise, int most) {
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
    static LocalDate day(Map<String, String> asked) {
        String text = asked.get("day");
        try {
            return text == null ? LocalDate.now() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day=" + text + "：须为存在的日期，如 2026-11-25 / must be a day there is, such as 2026-11-25", e);
        }
    }
}

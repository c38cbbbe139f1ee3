package io.jinqiao.message;

import java.math.BigDecimal;

/** Decimal numbers with so many places, never negative; kept with all of them, so that equal numbers have equal texts. */
final class Decimals {
    private Decimals() {}

    /**
     * @param whole digits before the point, at most
     * @param places digits after the point, at most
     * @throws IllegalValue when the text is no such number
     */
    static BigDecimal parse(String text, int whole, int places) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean fits = end >= 1
                && end <= whole
                && Form.DIGITS.fitsBetween(text, 0, end)
                && (point < 0 || text.length() - end > 1 && text.length() - end - 1 <= places)
                && (point < 0 || Form.DIGITS.fitsBetween(text, end + 1, text.length()));
        if (!fits) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, whole + " 位整数、" + places + " 位小数 / " + whole + " digits, " + places + " decimals");
        }
        return new BigDecimal(text).setScale(places);
    }
}

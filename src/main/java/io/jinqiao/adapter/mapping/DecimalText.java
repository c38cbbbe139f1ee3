package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.math.BigDecimal;

/** A decimal number with exactly so many places on the wire, such as a floor area; up to 15 digits, never negative. */
record DecimalText(int places) implements Conversion {
    private static final int LONGEST = 16;

    static DecimalText of(String argument) {
        if (argument.length() != 1 || argument.charAt(0) < '1' || argument.charAt(0) > '9') {
            throw new IllegalArgumentException("decimal:<小数位>，1 至 9 / decimal:<places>, 1 to 9");
        }
        return new DecimalText(argument.charAt(0) - '0');
    }

    @Override
    public String toOurs(String theirs) {
        return fixed(theirs);
    }

    @Override
    public String toTheirs(String ours) {
        return fixed(ours);
    }

    private String fixed(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !digitsAndPoint(text)) {
            throw wrongForm();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.scale() > places) {
                throw wrongForm();
            }
            return number.setScale(places).toPlainString();
        } catch (NumberFormatException e) {
            throw wrongForm();
        }
    }

    private static boolean digitsAndPoint(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return true;
    }

    private IllegalValue wrongForm() {
        return new IllegalValue(FailureCode.FIELD_WRONG_FORM, "0-9，" + places + " 位小数 / 0-9, " + places + " decimals");
    }
}

package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Money;
import java.math.BigDecimal;

/**
 * An amount in a unit of the wire against whole fen inside. Reads up to the agreed decimals, writes exactly them. A sign, a plus, a blank
 * or a leading zero is no amount.
 *
 * @param shift decimal places from the unit to fen
 * @param decimals places after the point on the wire
 */
record MoneyText(int shift, int decimals) implements Conversion {
    private static final int LONGEST = 18;

    static MoneyText of(String unit) {
        return switch (unit) {
            case "fen" -> new MoneyText(0, 0);
            case "yuan-2" -> new MoneyText(2, 2);
            case "wan-yuan-4" -> new MoneyText(6, 4);
            default -> throw new IllegalArgumentException("金额单位为 fen、yuan-2 或 wan-yuan-4 / money is in fen, yuan-2 or wan-yuan-4");
        };
    }

    @Override
    public String toOurs(String theirs) {
        if (theirs.startsWith("-") && isNumber(theirs, 1)) {
            throw outOfRange(FailureCode.AMOUNT_NEGATIVE);
        }
        if (!isNumber(theirs, 0)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, decimals == 0 ? "0-9" : "0-9，" + decimals + " 位小数 / 0-9, " + decimals + " decimals");
        }
        int point = theirs.indexOf('.');
        String whole = point < 0 ? theirs : theirs.substring(0, point);
        String fraction = point < 0 ? "" : theirs.substring(point + 1);
        if (fraction.length() > decimals) {
            throw new IllegalValue(FailureCode.AMOUNT_PRECISION, "" + decimals);
        }
        if (whole.length() + shift > LONGEST) {
            throw outOfRange(FailureCode.AMOUNT_OUT_OF_RANGE);
        }
        String fen = whole + fraction + "0".repeat(shift - fraction.length());
        return Long.toString(Long.parseLong(fen));
    }

    @Override
    public String toTheirs(String ours) {
        if (shift == decimals) {
            return pointed(Money.parse(ours).toString());
        }
        BigDecimal amount = BigDecimal.valueOf(Money.parse(ours).fen(), shift);
        if (shift > decimals && amount.stripTrailingZeros().scale() > decimals) {
            throw new IllegalValue(FailureCode.AMOUNT_PRECISION, "" + decimals);
        }
        return amount.setScale(decimals).toPlainString();
    }

    /** Fen with a point before the last digits, and at least one digit before it. */
    private String pointed(String fen) {
        if (decimals == 0) {
            return fen;
        }
        String digits = fen.length() > decimals ? fen : "0".repeat(decimals + 1 - fen.length()).concat(fen);
        int point = digits.length() - decimals;
        return new StringBuilder(digits.length() + 1).append(digits).insert(point, '.').toString();
    }

    /** Digits without a leading zero, then perhaps a point and digits. */
    private static boolean isNumber(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == from || text.charAt(from) == '0' && at > from + 1) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        int fraction = at + 1;
        at = fraction;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return text.charAt(fraction - 1) == '.' && at == text.length() && at > fraction;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static IllegalValue outOfRange(FailureCode code) {
        return new IllegalValue(code, "0", "" + Money.MAX_FEN);
    }
}

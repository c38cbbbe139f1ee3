package io.jinqiao.message;

/**
 * Real-estate unit number (不动产单元号), GB/T 37346: 28 characters, a 19-character parcel code and a 9-character fixture code,
 * printed with blanks or without; kept without. It has no check digit.
 */
public record UnitNumber(String value) {
    public UnitNumber {
        value = value.replace(" ", "");
        if (!isForm(value)) {
            throw new IllegalValue(
                    FailureCode.FIELD_WRONG_FORM, "28: 12 digits, G/J/Z, a letter, 5 digits, F/L/Q/W, 8 digits");
        }
    }

    private static boolean isForm(String value) {
        return value.length() == 28
                && Form.DIGITS.fitsBetween(value, 0, 12)
                && "GJZ".indexOf(value.charAt(12)) >= 0
                && value.charAt(13) >= 'A'
                && value.charAt(13) <= 'Z'
                && Form.DIGITS.fitsBetween(value, 14, 19)
                && isFixture(value.substring(19));
    }

    private static boolean isFixture(String code) {
        return code.equals("W00000000") || "FLQ".indexOf(code.charAt(0)) >= 0 && Form.DIGITS.fitsBetween(code, 1, 9);
    }

    @Override
    public String toString() {
        return value;
    }
}

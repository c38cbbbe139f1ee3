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

    /** The county the land lies in (县级行政区划), 6 digits. */
    public String county() {
        return value.substring(0, 6);
    }

    /** The parcel (宗地代码), 19 characters. */
    public String parcel() {
        return value.substring(0, 19);
    }

    /** The land under a building is a unit of its own: the same parcel without a fixture. */
    public UnitNumber land() {
        return new UnitNumber(parcel() + "W00000000");
    }

    /** As on paper, in four groups. */
    public String printed() {
        return String.join(" ", value.substring(0, 6), value.substring(6, 12), value.substring(12, 19), value.substring(19));
    }

    @Override
    public String toString() {
        return value;
    }
}

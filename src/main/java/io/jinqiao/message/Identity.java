package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * An identity document (证件类型 annex A.1, 证件号码). Resident identity numbers and credit codes are checked to the digit, others
 * by length only. {@link #toString()} is masked.
 */
public record Identity(Type type, String number) {
    private static final Form OTHER_FORMS =
            new Form("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()-");

    public enum Type {
        RESIDENT_ID,
        OFFICER_ID,
        PASSPORT,
        FOREIGNER_RESIDENCE,
        CREDIT_CODE,
        OTHER
    }

    static @Nullable Identity read(Fields f) {
        Type type = f.word("type", Type.class);
        String number = f.value("number", text -> checked(type, text));
        return type == null || number == null ? null : new Identity(type, number);
    }

    private static String checked(@Nullable Type type, String text) {
        if (type == Type.RESIDENT_ID) {
            return new IdentityNumber(text).value();
        }
        if (type == Type.CREDIT_CODE) {
            return new CreditCode(text).value();
        }
        if (!OTHER_FORMS.fits(text, 4, 30)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "4-30: 0-9 A-Z a-z ( ) -");
        }
        return text;
    }

    Content.Group content() {
        return Content.group().put("type", type).put("number", number).build();
    }

    /** First three and last two characters. */
    public String masked() {
        return masked(number);
    }

    /** First three and last two characters of a number of any form. */
    public static String masked(String number) {
        if (number.length() < 4) {
            return "*".repeat(number.length());
        }
        return number.substring(0, 3) + "*".repeat(number.length() - 5 > 0 ? number.length() - 5 : 1)
                + number.substring(Math.max(3, number.length() - 2));
    }

    @Override
    public String toString() {
        return type + " " + masked();
    }
}

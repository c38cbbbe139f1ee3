package io.jinqiao.message;

/** Forms of short texts, checked character by character: messages have dozens of them, and an expression costs more than the rest. */
final class Form {
    static final Form DIGITS = new Form("0123456789");

    private final boolean[] ascii = new boolean[128];

    Form(String characters) {
        characters.chars().forEach(c -> ascii[c] = true);
    }

    boolean fits(String text, int min, int max) {
        return text.length() >= min && text.length() <= max && fitsBetween(text, 0, text.length());
    }

    /** Whether every character from {@code from} to before {@code to} is one of the form's. */
    boolean fitsBetween(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !ascii[c]) {
                return false;
            }
        }
        return true;
    }

    /** Reads the number of a bank account or an individual fund account. @throws IllegalValue when it is none */
    static String accountNo(String text) {
        if (!DIGITS.fits(text, 6, 30)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "6-30 位数字 / 6-30 digits");
        }
        return text;
    }

    /** Reads the code of a county (GB/T 2260). @throws IllegalValue when it is none */
    static String areaCode(String text) {
        if (!DIGITS.fits(text, 6, 6)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "6 位数字 / 6 digits");
        }
        return text;
    }

    /** Reads a mobile number. @throws IllegalValue when it is none */
    static String mobile(String text) {
        if (!DIGITS.fits(text, 11, 11) || text.charAt(0) != '1') {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "11 位数字 / 11 digits");
        }
        return text;
    }
}

package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;

/** Digits only; leading zeros count. */
record DigitsText() implements Conversion {
    static DigitsText of(String argument) {
        if (!argument.isEmpty()) {
            throw new IllegalArgumentException("digits takes no argument");
        }
        return new DigitsText();
    }

    @Override
    public String toOurs(String theirs) {
        return checked(theirs);
    }

    @Override
    public String toTheirs(String ours) {
        return checked(ours);
    }

    private static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "0-9");
            }
        }
        return text;
    }
}

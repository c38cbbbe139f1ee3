package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;

/** Digits only; leading zeros count. */
record DigitsText() implements SameText {
    static DigitsText of(String argument) {
        SameText.requireNone(argument, "digits");
        return new DigitsText();
    }

    @Override
    public void check(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "0-9");
            }
        }
    }
}

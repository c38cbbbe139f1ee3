package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;

/** Base64 of RFC 4648 section 4, padded, on one line; only its form is checked, the bytes are decoded by who uses them. */
record Base64Text() implements SameText {
    private static final boolean[] ALPHABET = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".chars().forEach(c -> ALPHABET[c] = true);
    }

    static Base64Text of(String argument) {
        SameText.requireNone(argument, "base64");
        return new Base64Text();
    }

    @Override
    public void check(String text) {
        int end = text.length();
        if (text.endsWith("==")) {
            end -= 2;
        } else if (text.endsWith("=")) {
            end -= 1;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !ALPHABET[c]) {
                throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "Base64");
            }
        }
        if (text.length() % 4 != 0) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "Base64");
        }
    }
}

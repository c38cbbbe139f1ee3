package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How long a text on the wire may be.
 *
 * @param max characters (code points), or bytes when a charset is named
 * @param charset in which bytes are counted; null for characters
 * @param cut whether a text of ours that is too long is cut, never inside a character, instead of refused
 */
record Length(int max, @Nullable Charset charset, boolean cut) {
    static final Length ANY = new Length(Integer.MAX_VALUE, null, false);

    /** @throws IllegalValue when the text is too long */
    void check(String text) {
        if (!surelyFits(text) && size(text) > max) {
            throw new IllegalValue(FailureCode.FIELD_TOO_LONG, words());
        }
    }

    String fit(String text) {
        if (!cut || surelyFits(text) || size(text) <= max) {
            check(text);
            return text;
        }
        int end = 0;
        int left = max;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            left -= size(text.substring(end, next));
            if (left < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /** No charset of ours needs more than four bytes for a unit of a text. */
    private boolean surelyFits(String text) {
        return text.length() <= (charset == null ? max : max / 4);
    }

    private int size(String text) {
        if (charset != null) {
            return text.getBytes(charset).length;
        }
        return text.length() <= max ? text.length() : text.codePointCount(0, text.length());
    }

    private String words() {
        return charset == null ? "" + max : max + " 字节（" + charset.name() + "） / " + max + " bytes " + charset.name();
    }
}

package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.PlainText;
import java.util.List;

/**
 * Everything agreed about one value: from the wire inwards it passes kind, length, conversions; outwards the reverse.
 *
 * @param absent texts that stand on the wire where there is no value, such as {@code /}
 * @param conversions from the wire inwards; a code table is the last
 */
record Value(Kind kind, Length length, List<String> absent, Conversion... conversions) {
    static final Value TEXT = new Value(Kind.STRING, Length.ANY, List.of());

    /** @throws IllegalValue for what the agreement does not allow */
    String toOurs(String theirs, Kind found) {
        if (found != kind) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, kind.word());
        }
        requirePlainText(theirs);
        length.check(theirs);
        String text = theirs;
        for (Conversion conversion : conversions) {
            text = conversion.toOurs(text);
        }
        return text;
    }

    /** @throws IllegalValue when their form cannot hold the value */
    String toTheirs(String ours) {
        String text = ours;
        for (int i = conversions.length - 1; i >= 0; i--) {
            text = conversions[i].toTheirs(text);
        }
        return length.fit(text);
    }

    /** Most texts are plain: one look at each character, the reasons only where there is one. */
    private static void requirePlainText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                tellWhatIsNotPlain(text);
                return;
            }
        }
    }

    private static void tellWhatIsNotPlain(String text) {
        if (PlainText.hasControl(text)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "不含控制字符的文本 / text without control characters");
        }
        if (PlainText.hasLoneSurrogate(text)) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "不含单个代理码的 Unicode 文本 / Unicode text without lone surrogates");
        }
    }
}

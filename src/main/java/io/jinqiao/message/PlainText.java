package io.jinqiao.message;

/** What a text must never have, whoever wrote it. */
public final class PlainText {
    private PlainText() {}

    /** Whether no database, document or charset can keep it as it is. */
    public static boolean isImpossible(String text) {
        return hasControl(text) || hasLoneSurrogate(text);
    }

    /** Whether a half of a character stands alone: no charset can write it. */
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether there is a control character other than tab and line ends; databases and documents cannot hold it. */
    public static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f) {
                return true;
            }
        }
        return false;
    }
}

package io.jinqiao.adapter.mapping;

/** Names somebody else chose, made fit to be shown. */
public final class Names {
    private static final int LONGEST = 60;

    private Names() {}

    /** Cut to 60 characters; control characters and halves of characters become question marks. */
    public static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(showable(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean showable(int c) {
        return c >= ' ' && c != 0x7f && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

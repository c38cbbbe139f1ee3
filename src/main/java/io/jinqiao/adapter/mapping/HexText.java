package io.jinqiao.adapter.mapping;

import java.util.Locale;

/** Hexadecimal digits: capitals on the wire, small letters inside; both are read. */
record HexText() implements Conversion {
    static HexText of(String argument) {
        if (!argument.equals("upper")) {
            throw new IllegalArgumentException("hex:upper");
        }
        return new HexText();
    }

    @Override
    public String toOurs(String theirs) {
        return theirs.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toTheirs(String ours) {
        return ours.toUpperCase(Locale.ROOT);
    }
}

package io.jinqiao.adapter.mapping;

import java.util.Locale;

/** What a leaf is in an encoding that tells (JSON); encodings that do not tell say {@link #STRING}. */
public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

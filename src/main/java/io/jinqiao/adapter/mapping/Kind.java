package io.jinqiao.adapter.mapping;

import java.util.Locale;

/** What a leaf is in an encoding that tells (JSON); encodings that do not tell say {@link #STRING}. */
public enum Kind {
    STRING("文本"),
    NUMBER("数字"),
    BOOLEAN("布尔值"),
    NULL("空值");

    private final String chinese;

    Kind(String chinese) {
        this.chinese = chinese;
    }

    /** For people, in both languages. */
    String word() {
        return chinese + " / " + name().toLowerCase(Locale.ROOT);
    }
}

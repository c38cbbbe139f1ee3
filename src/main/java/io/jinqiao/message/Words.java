package io.jinqiao.message;

import java.util.Locale;

/** Canonical text forms: an enum constant {@code PRE_SOLD} is written {@code pre-sold}, everything else by its own text. */
public final class Words {
    private Words() {}

    public static String canonical(Object value) {
        return value instanceof Enum<?> constant ? of(constant) : value.toString();
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalValue naming the words that are known */
    public static <E extends Enum<E>> E parse(String word, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        StringBuilder known = new StringBuilder();
        for (E constant : type.getEnumConstants()) {
            known.append(known.isEmpty() ? "" : ", ").append(of(constant));
        }
        throw new IllegalValue(FailureCode.CODE_UNKNOWN, known.toString());
    }
}

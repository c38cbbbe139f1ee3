package io.jinqiao.message;

import java.util.Arrays;
import java.util.Locale;

/** Canonical text forms: an enum constant {@code PRE_SOLD} is written {@code pre-sold}, everything else by its own text. */
public final class Words {
    /** Of each type the texts of its constants, in their order: every message asks for some dozens. */
    private static final ClassValue<String[]> TEXTS = new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toArray(String[]::new);
        }
    };

    private Words() {}

    public static String canonical(Object value) {
        return value instanceof Enum<?> constant ? of(constant) : value.toString();
    }

    public static String of(Enum<?> constant) {
        return TEXTS.get(constant.getDeclaringClass())[constant.ordinal()];
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

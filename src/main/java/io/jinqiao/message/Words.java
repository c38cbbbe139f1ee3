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

    private static final String SIDES = " / ";

    private Words() {}

    public static String canonical(Object value) {
        return value instanceof Enum<?> constant ? of(constant) : value.toString();
    }

    public static String of(Enum<?> constant) {
        return TEXTS.get(constant.getDeclaringClass())[constant.ordinal()];
    }

    /** One side of a text that says the same in Chinese and English, {@code 身份证号 / identity number}; any other text as it is. */
    public static String side(String text, Locale locale) {
        int middle = text.indexOf(SIDES);
        if (middle < 0 || !hanzi(text.substring(0, middle))) {
            return text;
        }
        String english = text.substring(middle + SIDES.length());
        boolean both = !hanzi(english) && english.chars().anyMatch(Character::isLetter);
        return both ? locale.getLanguage().equals("zh") ? text.substring(0, middle) : english : text;
    }

    private static boolean hanzi(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
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

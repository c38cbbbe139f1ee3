package io.jinqiao.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whose name it is. Wherever two people must decide, this is the one rule that tells whether they are two: different letters, widths, blanks and
 * what cannot be seen do not make another person.
 */
public final class PersonName {
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private PersonName() {}

    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** There is nothing to see in it. */
    public static boolean isEmpty(String name) {
        return key(name).isEmpty();
    }

    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return UNSEEN.matcher(plain).replaceAll("");
    }
}

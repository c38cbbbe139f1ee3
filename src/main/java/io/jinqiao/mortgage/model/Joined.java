package io.jinqiao.mortgage.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Several names or numbers in one text, as registries write them. */
final class Joined {
    private static final String SIGNS = "[、,，;；/]";
    private static final String BY = "[、,，;；/ ]";

    private Joined() {}

    static Stream<String> parts(String text) {
        return Arrays.stream(text.split(BY)).filter(part -> !part.isEmpty());
    }

    /** Full-width brackets and blanks do not tell numbers or names apart. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** The same, and neither does case. */
    static String folded(String text) {
        return normal(text).toUpperCase(Locale.ROOT);
    }

    /** Names: a blank may stand between two of them, or inside of one. */
    static List<List<String>> names(String text) {
        return List.of(
                Arrays.stream(text.split(SIGNS)).map(Joined::folded).filter(part -> !part.isEmpty()).toList(),
                parts(text).map(Joined::folded).toList());
    }
}

package io.jinqiao.mortgage.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Several names or numbers in one text, as registries write them. */
final class Joined {
    private static final String SIGNS = "[、,，;；/]";
    private static final String BY = "[、,，;；/ ]";

    /** Of somebody born in the century whose two digits the short form leaves out. */
    private static final Pattern RESIDENT = Pattern.compile("[0-9]{6}19[0-9]{9}[0-9X]");

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

    /** Whether it is this number of an identity document; registers of before 1999 have fifteen digits of eighteen. */
    static boolean sameNumber(String ours, String told) {
        String no = folded(ours);
        String read = folded(told);
        return read.equals(no) || RESIDENT.matcher(no).matches() && read.equals(no.substring(0, 6) + no.substring(8, 17));
    }

    /** Names: a blank may stand between two of them, or inside of one. */
    static List<List<String>> names(String text) {
        return List.of(
                Arrays.stream(text.split(SIGNS)).map(Joined::folded).filter(part -> !part.isEmpty()).toList(),
                parts(text).map(Joined::folded).toList());
    }
}

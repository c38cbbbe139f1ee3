package io.jinqiao.rulebook;

import java.util.Collection;
import java.util.Comparator;

/** Alternatives for a word nobody knows. */
final class Known {
    private Known() {}

    static String hint(String word, Collection<String> known) {
        String list = "known: " + String.join(", ", known.stream().sorted().toList());
        return known.stream()
                .filter(k -> distance(word, k) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparing((String k) -> distance(word, k)))
                .map(nearest -> "did you mean \"" + nearest + "\"? " + list)
                .orElse(list);
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

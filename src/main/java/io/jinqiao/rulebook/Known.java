package io.jinqiao.rulebook;

import java.util.Collection;
import java.util.Comparator;

/** Alternatives for a word nobody knows. */
final class Known {
    private Known() {}

    static String hint(String word, Collection<String> known) {
        String list = "已知 / known: " + String.join(", ", known.stream().sorted().toList());
        return known.stream()
                .filter(k -> distance(word, k) <= Math.max(1, k.length() / 3))
                .min(Comparator.comparing((String k) -> distance(word, k)))
                .map(nearest -> "是否应为 \"" + nearest + "\" / did you mean \"" + nearest + "\"? " + list)
                .orElse(list);
    }

    /** Letters to put in, take out, change, or exchange with their neighbour. */
    static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 ? j : j == 0 ? i : nearest(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int nearest(int[][] steps, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(steps[i - 1][j - 1] + change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}

package io.jinqiao.workbench.bench.crash;

import java.util.List;
import java.util.Map;

/**
 * What the comparison of the books found.
 *
 * @param lost what one side has and the other should have
 * @param doubled what happened more than once
 * @param stuck what is not settled although everything is quiet
 * @param broken what is wrong with the evidence, and answers that differ for the same bytes
 * @param points how often each commit point was the place of a kill
 */
record Verdict(
        int kills,
        int applications,
        int messagesOut,
        List<String> lost,
        List<String> doubled,
        List<String> stuck,
        List<String> broken,
        Map<String, Integer> points) {

    boolean clean() {
        return lost.isEmpty() && doubled.isEmpty() && stuck.isEmpty() && broken.isEmpty();
    }

    String words() {
        StringBuilder words = new StringBuilder();
        words.append(String.format(
                "%d kills, %d applications in, %d messages out: lost %d, doubled %d, stuck %d, evidence %d%n",
                kills, applications, messagesOut, lost.size(), doubled.size(), stuck.size(), broken.size()));
        points.forEach((point, count) -> words.append(String.format("  %-34s %d%n", point, count)));
        tell(words, "lost", lost);
        tell(words, "doubled", doubled);
        tell(words, "stuck", stuck);
        tell(words, "evidence", broken);
        return words.toString();
    }

    private static void tell(StringBuilder words, String what, List<String> which) {
        which.stream().limit(20).forEach(one -> words.append("  ").append(what).append(": ").append(one).append('\n'));
    }
}

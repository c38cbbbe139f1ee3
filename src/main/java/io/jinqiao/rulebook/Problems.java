package io.jinqiao.rulebook;

import io.jinqiao.message.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in many files, to be told at once. Not for use by several threads. */
public final class Problems {
    private final List<RuleProblem> found = new ArrayList<>();

    public void add(RuleProblem problem) {
        found.add(problem);
    }

    public void at(Node node, String what) {
        at(node, what, null);
    }

    public void at(Node node, String what, @Nullable String fix) {
        add(new RuleProblem(node.file(), node.line(), node.column(), node.place(), what, fix));
    }

    /** A word that is none of the known ones; the fix names the nearest and lists them all. @param kind {@code 字符集 / charset} */
    public void unknown(Node node, String kind, String word, Collection<String> known) {
        String what = "未知的" + Words.side(kind, Locale.CHINESE) + " / unknown " + Words.side(kind, Locale.ENGLISH);
        at(node, what + " \"" + word + "\"", Known.hint(word, known));
    }

    public void file(String file, String what, @Nullable String fix) {
        add(new RuleProblem(file, 0, 0, "", what, fix));
    }

    /** Runs {@code work}; what a {@link RulebookException} says goes on the list. */
    public void collect(Runnable work) {
        try {
            work.run();
        } catch (RulebookException e) {
            found.addAll(e.problems());
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Ordered by file, line and column. */
    public List<RuleProblem> list() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(RuleProblem::file)
                        .thenComparing(RuleProblem::line)
                        .thenComparing(RuleProblem::column))
                .toList();
    }

    /** @throws RulebookException with all of them, when there is any */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RulebookException(list());
        }
    }
}

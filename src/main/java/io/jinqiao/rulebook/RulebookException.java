package io.jinqiao.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when data files cannot be used: every problem of every file at once, never empty. */
public final class RulebookException extends RuntimeException {
    private final transient List<RuleProblem> problems;

    public RulebookException(List<RuleProblem> problems) {
        super(problems.stream()
                .map(RuleProblem::toString)
                .collect(Collectors.joining("\n  ", problems.size() + " problem(s) in data files:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}

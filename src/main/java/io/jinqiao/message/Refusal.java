package io.jinqiao.message;

import java.util.List;

/** Thrown when a message or command is refused for definite reasons; all of them at once, never empty. */
public final class Refusal extends RuntimeException {
    private final List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(p -> p.code().code() + (p.field() == null ? "" : "@" + p.field())).toList().toString());
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
        this.problems = List.copyOf(problems);
    }

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    public Refusal(FailureCode code, String... arguments) {
        this(List.of(Problem.of(code, arguments)));
    }

    public List<Problem> problems() {
        return problems;
    }
}

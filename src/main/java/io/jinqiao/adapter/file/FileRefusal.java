package io.jinqiao.adapter.file;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Problem;
import java.util.List;

/** The whole file is refused: nothing in it counts. */
public final class FileRefusal extends RuntimeException {
    private final List<LineProblem> problems;

    public FileRefusal(List<LineProblem> problems) {
        super(problems.stream().map(p -> p.problem().code().code() + " line " + p.line()).toList().toString());
        this.problems = List.copyOf(problems);
    }

    FileRefusal(long line, Problem problem) {
        this(List.of(new LineProblem(line, problem)));
    }

    FileRefusal(long line, FailureCode code, String... arguments) {
        this(line, Problem.of(code, arguments));
    }

    static FileRefusal at(long line, List<Problem> problems) {
        return new FileRefusal(problems.stream().map(p -> new LineProblem(line, p)).toList());
    }

    public List<LineProblem> problems() {
        return problems;
    }
}

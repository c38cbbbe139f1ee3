package io.jinqiao.console;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.List;

/** What is wrong with a request before anybody asks what it wants: its address, its parameters, its characters. Answered with 400. */
public final class BadRequest extends RuntimeException {
    private static final String POSSIBLE = "不含控制字符的 Unicode 文本 / Unicode text without control characters";

    private final Refusal refusal;

    public BadRequest(List<Problem> problems) {
        this.refusal = new Refusal(problems);
    }

    public BadRequest(Problem problem) {
        this(List.of(problem));
    }

    /** @param field whose text nothing can keep */
    public static Problem impossible(String field) {
        return Problem.at(field, FailureCode.FIELD_WRONG_FORM, POSSIBLE);
    }

    public Refusal refusal() {
        return refusal;
    }
}

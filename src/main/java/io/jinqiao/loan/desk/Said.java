package io.jinqiao.loan.desk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a command says; everything wrong is told at once. */
final class Said {
    private final List<Problem> problems = new ArrayList<>();

    /** Required text of 1 to {@code max} characters. */
    Said text(String field, @Nullable String text, int max) {
        if (text == null) {
            problems.add(Problem.at(field, FailureCode.FIELD_MISSING));
        } else if (text.isBlank()) {
            problems.add(Problem.at(field, FailureCode.FIELD_EMPTY));
        } else if (text.codePointCount(0, text.length()) > max) {
            problems.add(Problem.at(field, FailureCode.FIELD_TOO_LONG, "" + max));
        }
        return this;
    }

    Said optionalText(String field, @Nullable String text, int max) {
        return text == null ? this : text(field, text, max);
    }

    Said rows(String field, List<?> rows, int min, int max) {
        return require(
                rows.size() >= min && rows.size() <= max,
                Problem.at(field, rows.isEmpty() ? FailureCode.FIELD_MISSING : FailureCode.TOO_MANY_ROWS, "" + min, "" + max));
    }

    /** @param other the place it must agree with */
    Said agrees(String field, @Nullable Object said, Object ours, String other) {
        return require(said == null || said.equals(ours), Problem.at(field, FailureCode.FIELDS_DISAGREE, other));
    }

    Said require(boolean fulfilled, Problem otherwise) {
        if (!fulfilled) {
            problems.add(otherwise);
        }
        return this;
    }

    /** @throws Refusal with everything that is wrong */
    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }
}

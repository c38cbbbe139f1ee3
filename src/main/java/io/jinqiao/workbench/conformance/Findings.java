package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.workbench.samples.FirstDifference;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts findings into the words of the folder: their field beside ours, the clause, the line to look at. */
final class Findings {
    private final Agreement agreement;
    private final Charset charset;

    Findings(Agreement agreement, Charset charset) {
        this.agreement = agreement;
        this.charset = charset;
    }

    /** About one place of ours. */
    Outcome ours(Trial trial, String part, String field, String expected, String found, byte[] bytes) {
        return failed(trial, agreement.ours(trial.operation(), part, field), field, expected, found, bytes);
    }

    /** About the member in which the stored bytes and others part: of theirs, or of what stands in its place. */
    Outcome bytesDiffer(Trial trial, String part, byte[] stored, byte[] bytes) {
        String difference = FirstDifference.between(stored, bytes, charset);
        String leaf = FirstDifference.member(stored, bytes);
        Place agreed = agreement.theirs(trial.operation(), part, leaf);
        Place place = agreed == null ? agreement.theirs(trial.operation(), part, FirstDifference.member(bytes, stored)) : agreed;
        if (place == null) {
            return failed(trial, part, null, leaf, "the stored bytes / 存档字节", difference, bytes, new Words(
                    "成员 " + leaf + " 不在本业务的映射表中：先看 adapter.yaml 的 wire、charset、signing，再看 codes.yaml",
                    "the member " + leaf + " is not in this operation's table: look at wire, charset and signing of adapter.yaml first, then at codes.yaml"));
        }
        return failed(trial, part, place.our(), leaf, "the stored bytes / 存档字节", difference, bytes, line(trial, place));
    }

    /** About the whole message. */
    Outcome whole(Trial trial, String expected, String found, byte[] bytes, String chinese, String english) {
        return failed(trial, "request", null, null, expected, found, bytes, new Words(chinese, english));
    }

    /** About the first place that problems name; when they name none, about the whole message. */
    Outcome named(Trial trial, String part, List<Problem> problems, String expected, String found, byte[] bytes, Words otherwise) {
        return problems.stream()
                .filter(problem -> problem.field() != null)
                .findFirst()
                .map(problem -> ours(trial, part, String.valueOf(problem.field()), expected, found, bytes))
                .orElseGet(() -> failed(trial, part, null, null, expected, found, bytes, otherwise));
    }

    /** About a line of the folder, whatever was sent. */
    Outcome line(RuleProblem problem) {
        String where = problem.file() + ":" + problem.line();
        return new Outcome.Failed(new Finding("answered by the bank / 已由银行答复", problem.what(), new byte[0], charset, null, null, null, new Words("改正 " + where + "：" + problem.fix(), "mend " + where + ": " + problem.fix())));
    }

    /** About a member of the envelope around a message. */
    Outcome envelope(Trial trial, String our, @Nullable String their, String expected, String found, byte[] bytes, String chinese, String english) {
        return failed(trial, "reply", our, their, expected, found, bytes, new Words(chinese, english));
    }

    /** A message that was refused although it should have been taken. */
    Outcome refused(Trial trial, String part, Refusal refusal, byte[] bytes) {
        return named(trial, part, refusal.problems(), "taken / 接受", words(refusal.problems()), bytes, new Words(
                "先看 adapter.yaml 的 wire、charset、signing 与该样例是否同一约定", "see whether wire, charset and signing of adapter.yaml are what this message was written with"));
    }

    Finding unforeseen(Trial trial, RuntimeException failure) {
        String found = failure instanceof Refusal refusal ? words(refusal.problems()) : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return new Finding(
                trial.what().english(), found, new byte[0], charset, null, null, agreement.clause(trial.operation()),
                new Words("核对本业务的映射表和 adapter.yaml 的 wire、charset、signing", "compare this operation's table, and wire, charset and signing of adapter.yaml, with the agreement"));
    }

    static String words(List<Problem> problems) {
        return problems.stream()
                .map(problem -> problem.code().code() + (problem.field() == null ? "" : " @" + problem.field())
                        + (problem.theirField() == null ? "" : " (" + problem.theirField() + ")") + ": " + problem.text(Locale.ENGLISH))
                .collect(Collectors.joining("; "));
    }

    private Outcome failed(Trial trial, @Nullable Place place, String field, String expected, String found, byte[] bytes) {
        return failed(trial, "", field, place == null ? null : place.their(), expected, found, bytes, line(trial, place));
    }

    private static Words line(Trial trial, @Nullable Place place) {
        String where = place == null ? "mapping/" + trial.operation().id() + ".yaml" : place.where();
        return new Words(
                "核对 " + where + (place == null || place.title().isEmpty() ? "" : "（" + place.title() + "）") + "：名称、转换、长度、代码表",
                "compare " + where + " with the agreement: name, conversion, length, code table");
    }

    private Outcome failed(
            Trial trial, String part, @Nullable String our, @Nullable String their, String expected, String found, byte[] bytes, Words fix) {
        return new Outcome.Failed(new Finding(expected, found, bytes, charset, our, their, agreement.clause(trial.operation()), fix));
    }
}

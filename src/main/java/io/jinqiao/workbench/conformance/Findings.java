package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
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

    /** About the member of theirs in which two messages part. */
    Outcome bytesDiffer(Trial trial, String part, String difference, byte[] bytes, String leaf) {
        Place place = agreement.theirs(trial.operation(), part, leaf);
        if (place == null) {
            return failed(trial, part, null, leaf, "the stored bytes / 存档字节", difference, bytes, new Words(
                    "成员 " + leaf + " 不在本业务的映射表中：先看 adapter.yaml 的 wire、charset、signing，再看 codes.yaml",
                    "the member " + leaf + " is not in this operation's table: look at wire, charset and signing of adapter.yaml first, then at codes.yaml"));
        }
        return failed(trial, place, place.our(), "the stored bytes / 存档字节", difference, bytes);
    }

    /** About the whole message. */
    Outcome whole(Trial trial, String expected, String found, byte[] bytes, String chinese, String english) {
        return failed(trial, "request", null, null, expected, found, bytes, new Words(chinese, english));
    }

    /** About a member of the envelope around a message. */
    Outcome envelope(Trial trial, String our, @Nullable String their, String expected, String found, byte[] bytes, String chinese, String english) {
        return failed(trial, "reply", our, their, expected, found, bytes, new Words(chinese, english));
    }

    /** A message that was refused although it should have been taken. */
    Outcome refused(Trial trial, String part, Refusal refusal, byte[] bytes) {
        Problem first = refusal.problems().get(0);
        String found = words(refusal.problems());
        if (first.field() == null) {
            return whole(trial, "taken / 接受", found, bytes, "先看 adapter.yaml 的 wire、charset、signing 与该样例是否同一约定", "see whether wire, charset and signing of adapter.yaml are what this message was written with");
        }
        return ours(trial, part, first.field(), "taken / 接受", found, bytes);
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
        String where = place == null ? "mapping/" + trial.operation().id() + ".yaml" : place.where();
        return failed(trial, "", field, place == null ? null : place.their(), expected, found, bytes, new Words(
                "核对 " + where + (place == null || place.title().isEmpty() ? "" : "（" + place.title() + "）") + "：名称、转换、长度、代码表",
                "compare " + where + " with the agreement: name, conversion, length, code table"));
    }

    private Outcome failed(
            Trial trial, String part, @Nullable String our, @Nullable String their, String expected, String found, byte[] bytes, Words fix) {
        return new Outcome.Failed(new Finding(expected, found, bytes, charset, our, their, agreement.clause(trial.operation()), fix));
    }
}

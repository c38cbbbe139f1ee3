package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.workbench.samples.Spoilt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Messages changed on their way into the envelope, signed as they stand, and what the reader has to say of them. */
final class Spoiling {
    private final Subject subject;
    private final Courier courier;
    private final Findings findings;

    Spoiling(Subject subject, Courier courier, Findings findings) {
        this.subject = subject;
        this.courier = courier;
        this.findings = findings;
    }

    /**
     * The bytes of the good message with its content changed.
     *
     * @return null when there is nothing to change
     */
    byte @Nullable [] changed(UnaryOperator<@Nullable String> change) {
        String payload = behindItsNumber(behindItsSignature(courier.open(subject.operation(), subject.sound(), Map.of())));
        String spoilt = change.apply(payload);
        if (spoilt == null) {
            return null;
        }
        Unsigned request = courier.request(subject.message(subject.full()), subject.id(subject.full()), Subject.AT);
        return courier.bytes(Spoilt.changed(request, courier.speaker().descriptor().charset(), payload, spoilt));
    }

    /** A content that holds the signature over itself is changed behind it: before it nothing but its number stands. */
    private static String behindItsSignature(Framed framed) {
        String signature = framed.signature();
        int at = signature == null || signature.isEmpty() ? -1 : framed.payload().indexOf(signature);
        return at < 0 ? framed.payload() : framed.payload().substring(at + signature.length());
    }

    /** The number of the message stands in the head before the document: what we read it into is behind it. */
    private String behindItsNumber(String payload) {
        Place number = subject.agreement().headBefore() ? subject.agreement().numberOf(subject.operation()) : null;
        String end = number == null ? "" : "</" + number.leaf() + ">";
        return payload.substring(payload.indexOf(end) + end.length());
    }

    /** @param place that must be told; null: none */
    Outcome mustRefuse(Trial trial, byte @Nullable [] bytes, Set<FailureCode> codes, @Nullable Place place) {
        return mustRefuse(trial, bytes, Map.of(), codes, place);
    }

    Outcome mustRefuse(Trial trial, byte @Nullable [] bytes, Map<String, String> headers, Set<FailureCode> codes, @Nullable Place place) {
        if (bytes == null) {
            return Outcome.notRun("该字段在本报文中没有可改的值", "this message has no value there to change");
        }
        Operation operation = subject.operation();
        String expected = "refused with / 拒绝：" + codes.stream().map(FailureCode::code).sorted().toList();
        try {
            var framed = courier.open(operation, bytes, headers);
            courier.listener().decode(framed);
        } catch (Refusal refusal) {
            return told(refusal.problems(), codes, place) ? new Outcome.Passed() : wrong(trial, place, expected, Findings.words(refusal.problems()), bytes);
        }
        return wrong(trial, place, expected, "taken / 被接受", bytes);
    }

    private static boolean told(List<Problem> problems, Set<FailureCode> codes, @Nullable Place place) {
        return problems.stream()
                .filter(problem -> codes.contains(problem.code()))
                .anyMatch(problem -> place == null || problem.theirField() != null && problem.theirField().endsWith(place.leaf()));
    }

    /** After bad messages a good one is read as if nothing had been. */
    Outcome stillSane(Trial trial) {
        byte[] good = subject.sound();
        return courier.read(subject.operation(), good).content().equals(subject.full())
                ? new Outcome.Passed()
                : findings.whole(trial, "the next message is read / 下一报文正常", "it is not / 不正常", good, "读取器状态被破坏，请报告", "the reader keeps state between messages, please report it");
    }

    private Outcome wrong(Trial trial, @Nullable Place place, String expected, String found, byte[] bytes) {
        return place == null
                ? findings.whole(trial, expected, found, bytes, "核对 adapter.yaml 的 wire、charset、limits、signing", "compare wire, charset, limits and signing of adapter.yaml")
                : findings.ours(trial, "request", place.our(), expected, found, bytes);
    }
}

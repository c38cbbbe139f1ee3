package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Shape;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** One step over each limit: each must be refused, with the place in both vocabularies. */
final class BoundaryTrials {
    private static final Set<FailureCode> TOO_LONG = EnumSet.of(FailureCode.FIELD_TOO_LONG);
    private static final Set<FailureCode> MISSING = EnumSet.of(FailureCode.FIELD_MISSING);
    private static final Set<FailureCode> UNKNOWN_CODE = EnumSet.of(FailureCode.CODE_UNKNOWN, FailureCode.FIELD_TOO_LONG);
    private static final Set<FailureCode> AMOUNT = EnumSet.of(FailureCode.AMOUNT_OUT_OF_RANGE);
    private static final Set<FailureCode> PRECISION = EnumSet.of(FailureCode.AMOUNT_PRECISION);

    private final Recorder recorder;
    private final Findings findings;
    private final Markup markup;

    BoundaryTrials(Recorder recorder, Findings findings, Markup markup) {
        this.recorder = recorder;
        this.findings = findings;
        this.markup = markup;
    }

    void run(Subject subject) {
        Spoiling spoiling = new Spoiling(subject, subject.unsigned(), findings);
        for (Specimens.Leaf leaf : subject.specimens().leaves(subject.full())) {
            Place place = subject.agreement().ours(subject.operation(), "request", leaf.place());
            boolean first = leaf.path().stream().noneMatch(step -> step instanceof Integer row && row > 0);
            if (place != null && first && !subject.agreement().inEnvelope(place)) {
                leaf(subject, spoiling, leaf, place);
            }
        }
    }

    private void leaf(Subject subject, Spoiling spoiling, Specimens.Leaf leaf, Place place) {
        if (place.required()) {
            trial(subject, leaf, place, "missing", "缺少必填字段", "a required member is missing", trial -> missing(trial, subject, spoiling, place));
        }
        switch (leaf.shape().type()) {
            case TEXT -> text(subject, spoiling, leaf, place);
            case WORD -> trial(subject, leaf, place, "unknown-code", "未约定的代码", "a code nobody agreed on", trial -> spoiling.mustRefuse(
                    trial, spoiling.changed(content -> markup.set(content, place.leaf(), "Z~9")), UNKNOWN_CODE, place));
            case MONEY -> money(subject, spoiling, leaf, place);
            default -> {
                // dates, numbers and forms of their own are refused by their conversions, which have tests
            }
        }
    }

    private Outcome missing(Trial trial, Subject subject, Spoiling spoiling, Place place) {
        if (!subject.agreement().leads(subject.operation(), "request", place)) {
            return Outcome.notRun("对方的这个名称在报文里不止一处", "their name stands in the message more than once");
        }
        return spoiling.mustRefuse(trial, spoiling.changed(content -> markup.without(content, place.leaf())), MISSING, place);
    }

    private void text(Subject subject, Spoiling spoiling, Specimens.Leaf leaf, Place place) {
        String longest = Lengths.longest(leaf.shape().max(), place);
        if (longest == null) {
            return;
        }
        String over = longest + longest.charAt(0);
        trial(subject, leaf, place, "one-over", "超长一位（收）", "one over the longest, read", trial -> spoiling.mustRefuse(
                trial, spoiling.changed(content -> markup.set(content, place.leaf(), over)), TOO_LONG, place));
        trial(subject, leaf, place, "one-over-written", "超长一位（发）", "one over the longest, written", trial -> written(trial, subject, leaf, place, over));
    }

    private void money(Subject subject, Spoiling spoiling, Specimens.Leaf leaf, Place place) {
        BigDecimal most = BigDecimal.valueOf(Money.MAX_FEN + place.oneFen(), place.converts("money:fen") ? 0 : place.converts("money:yuan-2") ? 2 : 6);
        trial(subject, leaf, place, "one-fen-over", "金额超上限一个最小单位", "one of the smallest unit over the largest amount", trial -> spoiling.mustRefuse(
                trial, spoiling.changed(content -> markup.set(content, place.leaf(), most.stripTrailingZeros().toPlainString())), AMOUNT, place));
        if (place.converts("money:yuan-2")) {
            trial(subject, leaf, place, "a-third-decimal", "金额多一位小数", "a third decimal of an amount", trial -> spoiling.mustRefuse(
                    trial, spoiling.changed(content -> markup.set(content, place.leaf(), "1.005")), PRECISION, place));
        }
    }

    /** Outwards a text that does not fit is refused before anything is signed, or cut where that was agreed. */
    private Outcome written(Trial trial, Subject subject, Specimens.Leaf leaf, Place place, String over) {
        Content.Group content = Tree.with(subject.full(), leaf.path(), new Content.Text(over));
        Supplier<byte[]> writing = () -> subject.unsigned().bytes(subject.unsigned().request(subject.message(content), subject.id(content), Subject.AT));
        try {
            byte[] bytes = writing.get();
            return place.cut()
                    ? new Outcome.Passed()
                    : findings.ours(trial, "request", place.our(), "refused with / 拒绝：" + FailureCode.FIELD_TOO_LONG.code(), "written / 已写出", bytes);
        } catch (Refusal refusal) {
            return refusal.problems().stream().anyMatch(problem -> problem.code() == FailureCode.FIELD_TOO_LONG)
                    ? new Outcome.Passed()
                    : findings.ours(trial, "request", place.our(), "refused with / 拒绝：" + FailureCode.FIELD_TOO_LONG.code(), Findings.words(refusal.problems()), new byte[0]);
        }
    }

    private interface Body {
        Outcome of(Trial trial);
    }

    private void trial(Subject subject, Specimens.Leaf leaf, Place place, String what, String chinese, String english, Body body) {
        Trial trial = subject.trial(
                Trial.Kind.BOUNDARY,
                leaf.place() + "." + what,
                place.title() + " " + place.their() + "：" + chinese,
                leaf.place() + " (" + place.their() + "): " + english);
        recorder.run(trial, () -> body.of(trial));
    }
}

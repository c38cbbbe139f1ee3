package io.jinqiao.workbench.conformance;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.Money;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lawful messages made from the places: each must come through unchanged, and the folder's own schema must take it. */
final class GoodTrials {
    private final Recorder recorder;
    private final Findings findings;
    private final SchemaJudge schemas;

    GoodTrials(Recorder recorder, Findings findings, SchemaJudge schemas) {
        this.recorder = recorder;
        this.findings = findings;
        this.schemas = schemas;
    }

    void run(Subject subject) {
        whole(subject, "minimal", subject.minimal(), "最少字段", "as few fields as may be");
        whole(subject, "full", subject.full(), "全部字段", "as many fields as may be");
        for (Specimens.Leaf leaf : subject.specimens().leaves(subject.full())) {
            Place place = subject.agreement().ours(subject.operation(), "request", leaf.place());
            if (place != null && isFirstRow(leaf) && !subject.agreement().inEnvelope(place)) {
                values(leaf, place).forEach((what, value) -> varied(subject, leaf, place, what, value));
            }
        }
    }

    /** Rows are alike: the first one speaks for all. */
    private static boolean isFirstRow(Specimens.Leaf leaf) {
        return leaf.path().stream().noneMatch(step -> step instanceof Integer row && row > 0);
    }

    private static Map<String, String> values(Specimens.Leaf leaf, Place place) {
        Map<String, String> values = new LinkedHashMap<>();
        Shape.Leaf shape = leaf.shape();
        switch (shape.type()) {
            case TEXT -> {
                put(values, "longest", Lengths.longest(shape.max(), place));
                put(values, "longest-in-bytes", Lengths.rarest(shape.max(), place));
            }
            case MONEY -> {
                put(values, "largest", Long.toString(Money.MAX_FEN));
                put(values, "smallest", "0");
                put(values, place.oneFen() == 1 ? "one-fen" : "one-yuan", "" + place.oneFen());
            }
            case DATE -> {
                put(values, "first-day", "1900-01-01");
                put(values, "last-day", "9999-12-31");
            }
            case NUMBER -> put(values, "largest", shape.max() == 0 ? null : "" + shape.max());
            case FLAG -> {
                put(values, "yes", "true");
                put(values, "no", "false");
            }
            case WORD -> shape.words().forEach(word -> put(values, "code-" + word, word));
            case VALUE, INSTANT -> {
                // forms of their own: the samples' values stand for them
            }
        }
        return values;
    }

    private static void put(Map<String, String> values, String what, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(what, value);
        }
    }

    private void whole(Subject subject, String what, Content.Group content, String chinese, String english) {
        Trial trial = subject.trial(Trial.Kind.GOOD, what, chinese, english);
        recorder.run(trial, () -> through(trial, subject, content, null));
    }

    private void varied(Subject subject, Specimens.Leaf leaf, Place place, String what, String value) {
        Trial trial = subject.trial(
                Trial.Kind.GOOD,
                leaf.place() + "." + what,
                place.title() + " " + place.their() + "：" + what,
                leaf.place() + " (" + place.their() + "): " + what);
        recorder.run(trial, () -> {
            Content.Group content = subject.specimens().varied(subject.full(), leaf, value);
            if (content == null) {
                content = subject.specimens().varied(subject.minimal(), leaf, value);
            }
            return content == null
                    ? Outcome.notRun("该值与报文其他内容不相容（报文自身规则）", "the message's own rules refuse this value beside the others")
                    : through(trial, subject, content, leaf.place());
        });
    }

    private Outcome through(Trial trial, Subject subject, Content.Group content, @Nullable String place) {
        CanonicalMessage message = subject.message(content);
        byte[] bytes = new byte[0];
        try {
            bytes = subject.unsigned().bytes(subject.unsigned().request(message, subject.id(content), Subject.AT));
            var framed = subject.unsigned().open(subject.operation(), bytes, Map.of());
            CanonicalMessage read = subject.unsigned().listener().decode(framed);
            String difference = Tree.difference(content, read.content(), "");
            if (difference != null) {
                return findings.ours(trial, "request", difference, String.valueOf(content), String.valueOf(read.content()), bytes);
            }
            String against = schemas.against(subject.operation(), "request", framed.payload());
            return against == null ? new Outcome.Passed() : schemaSays(trial, place, against, bytes);
        } catch (Refusal refusal) {
            return findings.refused(trial, "request", refusal, bytes);
        }
    }

    private Outcome schemaSays(Trial trial, @Nullable String place, String against, byte[] bytes) {
        return place == null
                ? findings.whole(trial, "the folder's schema takes it / 模式接受", against, bytes, "核对 schema/ 与映射表", "compare schema/ with the mapping table")
                : findings.ours(trial, "request", place, "the folder's schema takes it / 模式接受", against, bytes);
    }
}

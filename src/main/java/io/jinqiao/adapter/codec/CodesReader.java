package io.jinqiao.adapter.codec;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply.Cause;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Durations;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@code codes.yaml} that its schema has admitted. */
public final class CodesReader {
    private final Problems problems;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    private @Nullable String taken;
    private @Nullable String inProcess;

    public CodesReader(Problems problems) {
        this.problems = problems;
    }

    /** @return null when no code accepts; it is on the list then */
    public @Nullable Codes read(Document file) {
        Node.Group top = file.group();
        top.rows("codes").forEach(row -> code((Node.Group) row));
        List<Codes.Refusing> refusals = new ArrayList<>();
        top.rows("refusals").forEach(row -> refusals.add(refusing((Node.Group) row)));
        Node refusing = java.util.Objects.requireNonNull(top.keys().get("refusals"));
        for (FailureCode failure : FailureCode.values()) {
            if (refusals.stream().noneMatch(r -> r.fits(failure))) {
                problems.at(refusing, "没有可用来回答的返回码 / no code to answer with: " + failure.code(), "末行写 {failures: \"*\", code: …} / end with {failures: \"*\", code: …}");
                break;
            }
        }
        if (taken == null) {
            problems.at(java.util.Objects.requireNonNull(top.keys().get("codes")), "没有表示成功的返回码 / no code means accepted", null);
            return null;
        }
        return new Codes(meanings, taken, inProcess, refusals);
    }

    private void code(Node.Group row) {
        String code = text(row, "code");
        Meaning meaning = meaning(row, code);
        if (meanings.put(code, meaning) != null) {
            problems.at(node(row, "code"), "返回码重复 / the code \"" + code + "\" stands here twice", "只保留一个 / keep one of them");
        }
    }

    private Meaning meaning(Node.Group row, String code) {
        String said = text(row, "text");
        return switch (text(row, "means")) {
            case "accepted" -> {
                if (taken == null) {
                    taken = code;
                }
                yield new Meaning.Taken(said, says(row));
            }
            case "rejected" -> new Meaning.Refused(failure(row), said);
            default -> open(row, code, said);
        };
    }

    private static Map<String, String> says(Node.Group row) {
        Map<String, String> says = new LinkedHashMap<>();
        if (row.get("says") instanceof Node.Group places) {
            places.members().keySet().forEach(place -> says.put(place, text(places, place)));
        }
        return says;
    }

    private Meaning open(Node.Group row, String code, String said) {
        Cause cause = text(row, "cause").equals("in-process") ? Cause.IN_PROCESS : Cause.SILENT;
        if (cause == Cause.IN_PROCESS && inProcess == null) {
            inProcess = code;
        }
        String within = row.text("expected-within");
        return new Meaning.Open(cause, within == null ? null : Durations.parse(within), said);
    }

    private FailureCode failure(Node.Group row) {
        String name = text(row, "failure");
        return FailureCode.find(name).orElseGet(() -> {
            problems.unknown(node(row, "failure"), "失败码 / failure code", name, known());
            return FailureCode.PARTNER_REFUSED;
        });
    }

    private Codes.Refusing refusing(Node.Group row) {
        Codes.Refusing refusing = new Codes.Refusing(text(row, "failures"), text(row, "code"));
        if (Arrays.stream(FailureCode.values()).noneMatch(refusing::fits)) {
            problems.unknown(node(row, "failures"), "失败码 / failure code", refusing.failures(), known());
        }
        Meaning meaning = meanings.get(refusing.code());
        if (meaning == null) {
            problems.unknown(node(row, "code"), "返回码 / return code", refusing.code(), meanings.keySet());
        } else if (!(meaning instanceof Meaning.Refused)) {
            problems.at(node(row, "code"), "此返回码不表示拒绝 / \"" + refusing.code() + "\" does not mean rejected", null);
        }
        return refusing;
    }

    private static List<String> known() {
        return Arrays.stream(FailureCode.values()).map(FailureCode::code).toList();
    }

    private static String text(Node.Group row, String name) {
        return java.util.Objects.requireNonNull(row.text(name), name);
    }

    private static Node node(Node.Group row, String name) {
        return java.util.Objects.requireNonNull(row.get(name));
    }
}

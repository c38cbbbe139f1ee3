package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.Signing;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.mapping.Conversion;
import io.jinqiao.adapter.mapping.Conversions;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The texts every request's envelope has, whatever it is written in: number, time, profile, constants. Thread-safe. */
final class EnvelopeTexts {
    private static final int LONGEST_ID = 64;

    private final RequestForm form;
    private final Conversion time;
    private final Set<String> signTypes;
    private final String only;
    private final Map<String, String> weWrite = new LinkedHashMap<>();
    private final Map<String, String> theyWrite = new LinkedHashMap<>();

    EnvelopeTexts(RequestForm form, Signing signing, boolean centre) {
        this.form = form;
        this.time = Conversions.named("instant:" + form.timeForm());
        this.signTypes = signing.accepted();
        this.only = signing.ours();
        form.constants().forEach((name, c) -> {
            weWrite.put(name, centre ? c.out() : c.in());
            theyWrite.put(name, centre ? c.in() : c.out());
        });
    }

    /** Every name that is read here. */
    Set<String> names() {
        Set<String> names = new HashSet<>(weWrite.keySet());
        names.addAll(List.of(form.id(), form.time(), form.timeOfDay(), form.signType(), form.signature(), form.operation()));
        return names;
    }

    /** Constants as this side writes them. */
    Map<String, String> ours() {
        return weWrite;
    }

    void constants(Map<String, String> texts, List<Problem> problems) {
        theyWrite.forEach((name, constant) -> {
            String text = required(texts, name, problems);
            if (text != null && !text.equals(constant)) {
                wrong(problems, name, FailureCode.FIELD_WRONG_FORM, constant);
            }
        });
    }

    @Nullable MessageId id(Map<String, String> texts, List<Problem> problems) {
        String text = required(texts, form.id(), problems);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_ID) {
            wrong(problems, form.id(), FailureCode.FIELD_TOO_LONG, "" + LONGEST_ID);
            return null;
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            wrong(problems, form.id(), FailureCode.FIELD_WRONG_FORM, "visible ASCII");
            return null;
        }
        return new MessageId(text);
    }

    /** A time in one text, or a date and a time of day in two; the form has a blank between them then. */
    @Nullable Instant time(Map<String, String> texts, List<Problem> problems) {
        String text = required(texts, form.time(), problems);
        if (!form.timeOfDay().isEmpty()) {
            String ofDay = required(texts, form.timeOfDay(), problems);
            text = text == null || ofDay == null ? null : text + " " + ofDay;
        }
        try {
            return text == null ? null : Instant.parse(time.toOurs(text));
        } catch (IllegalValue e) {
            wrong(problems, form.time(), e.code(), e.arguments().toArray(String[]::new));
            return null;
        }
    }

    Map<String, String> written(Instant now) {
        String text = time.toTheirs(now.toString());
        if (form.timeOfDay().isEmpty()) {
            return Map.of(form.time(), text);
        }
        int blank = text.indexOf(' ');
        return Map.of(form.time(), text.substring(0, blank), form.timeOfDay(), text.substring(blank + 1));
    }

    /** The profile the sender claims; ours where the form has no place for one, so that nobody can choose to sign nothing. */
    @Nullable String signType(Map<String, String> texts, List<Problem> problems) {
        if (form.signType().isEmpty()) {
            return only;
        }
        String signType = required(texts, form.signType(), problems);
        if (signType != null && !signTypes.contains(signType)) {
            wrong(problems, form.signType(), FailureCode.CODE_UNKNOWN, String.join(", ", new TreeSet<>(signTypes)));
        }
        return signType;
    }

    @Nullable String agreedSignType(Map<String, String> texts) {
        String signType = texts.get(form.signType());
        return signType != null && signTypes.contains(signType) ? signType : null;
    }

    static @Nullable String required(Map<String, String> texts, String name, List<Problem> problems) {
        String text = texts.get(name);
        if (text == null || text.isEmpty()) {
            // what stands there and is no text is told already, and is not missing
            if (problems.stream().noneMatch(problem -> name.equals(problem.theirField()))) {
                wrong(problems, name, FailureCode.ENVELOPE_FIELD_MISSING, name);
            }
            return null;
        }
        return text;
    }

    static void wrong(List<Problem> problems, String name, FailureCode code, String... arguments) {
        problems.add(new Problem(code, null, name, List.of(arguments)));
    }
}

package io.jinqiao.workbench.doctor;

import java.util.ArrayList;
import java.util.List;

/** What a partner's refusal of a harmless question may mean. A coarse code stands for several failures, then several causes come back. */
final class Refusing {
    private final String field;
    private final String words;
    private final boolean constant;
    private final boolean clocksAgree;
    private final String ourKey;
    private final Tried tried;

    /**
     * @param ourKey the key we sign with
     * @param everything whether the question was asked in every other way that is common
     */
    record Tried(String ourKey, boolean everything) {}

    private Refusing(Symptom refused, boolean clocksAgree, Tried tried) {
        this.field = refused.fact(1);
        this.words = refused.fact(2);
        this.constant = !refused.fact(3).isEmpty();
        this.clocksAgree = clocksAgree;
        this.tried = tried;
        this.ourKey = tried.ourKey();
    }

    static List<Finding> causes(Symptom refused, boolean clocksAgree, Tried tried) {
        Refusing refusing = new Refusing(refused, clocksAgree, tried);
        List<Finding> causes = new ArrayList<>();
        for (String code : refused.fact(0).split(" ")) {
            refusing.of(code).stream().filter(c -> causes.stream().noneMatch(known -> known.cause() == c.cause())).forEach(causes::add);
        }
        causes.sort(java.util.Comparator.comparing(Finding::cause));
        return causes;
    }

    /** @param code a failure code, or the beginning of several with a star */
    private List<Finding> of(String code) {
        String group = code.substring(0, Math.max(0, code.indexOf('.')));
        return switch (group) {
            case "signature" -> signature(code);
            case "certificate" -> List.of(code.equals("certificate.status_unknown") ? Finding.of(Cause.DAY_END) : notRegistered());
            case "channel" -> List.of(Finding.of(Cause.CLIENT_CERTIFICATE_REFUSED, code, "our-identity"));
            case "freshness" -> freshness(code);
            case "once" -> List.of(Finding.of(Cause.SERIAL_REUSED));
            case "field" -> field();
            case "envelope" -> envelope(code);
            case "operation" -> List.of(Finding.of(Cause.OPERATION_OFF));
            case "gateway", "store", "core", "evidence" -> List.of(Finding.of(Cause.DAY_END));
            case "attachment" -> List.of(); // there is none in an enquiry
            default -> List.of(Finding.of(Cause.REFUSED_OTHERWISE, words));
        };
    }

    private List<Finding> signature(String code) {
        if (code.equals("signature.missing")) {
            return List.of(Finding.of(Cause.OUR_SIGNATURE_MISSING));
        }
        return tried.everything() || code.equals("signature.signer_not_pinned") ? List.of(notRegistered()) : anyOfOurs();
    }

    /** Nobody asked far enough to tell. */
    private List<Finding> anyOfOurs() {
        return List.of(
                Finding.of(Cause.OUR_USER_ID, "?"),
                Finding.of(Cause.SIGNATURE_FORM, "?"),
                Finding.of(Cause.DIGEST_TWICE, "?"),
                Finding.of(Cause.REINDENTED, "?"),
                Finding.of(Cause.FIELD_ORDER, "?"),
                Finding.of(Cause.OUR_KEY_OTHER, "?"),
                notRegistered());
    }

    private Finding notRegistered() {
        return Finding.of(Cause.OUR_KEY_UNKNOWN_THERE, ourKey);
    }

    private List<Finding> freshness(String code) {
        boolean number = code.equals("freshness.nonce_reused") || code.endsWith("*") && clocksAgree;
        boolean time = code.equals("freshness.outside_window");
        Finding clock = Finding.of(Cause.CLOCK, "?");
        Finding serial = Finding.of(Cause.SERIAL_REUSED);
        return number ? List.of(serial) : time ? List.of(clock) : List.of(clock, serial);
    }

    private List<Finding> field() {
        if (field.isEmpty()) {
            return List.of(Finding.of(Cause.APPLICATION_ID, words), Finding.of(Cause.FIELD_DISAGREED, words));
        }
        return List.of(Finding.of(constant ? Cause.APPLICATION_ID : Cause.FIELD_DISAGREED, field));
    }

    private List<Finding> envelope(String code) {
        return switch (code) {
            case "envelope.seal_unreadable" -> List.of(Finding.of(Cause.ENVELOPE_KEY, words));
            case "envelope.operation_unknown" -> List.of(Finding.of(Cause.PATH_UNKNOWN, words));
            case "envelope.charset_wrong" -> List.of(Finding.of(Cause.CHARSET, "?", "?"));
            case "envelope.field_missing" -> List.of(Finding.of(Cause.FIELD_DISAGREED, field.isEmpty() ? words : field));
            case "envelope.*" -> List.of(Finding.of(Cause.PATH_UNKNOWN, words), Finding.of(Cause.FIELD_DISAGREED, words));
            default -> List.of(Finding.of(Cause.FIELD_DISAGREED, words));
        };
    }
}

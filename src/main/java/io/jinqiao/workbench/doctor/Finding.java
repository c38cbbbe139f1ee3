package io.jinqiao.workbench.doctor;

import java.util.List;
import java.util.Locale;

/** @param facts what the cause's texts ask for */
public record Finding(Cause cause, List<String> facts) {
    public Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Cause cause, String... facts) {
        return new Finding(cause, List.of(facts));
    }

    public String text(Locale locale) {
        return Cause.filled(cause.text(locale), facts);
    }

    public String fix(Locale locale) {
        return Cause.filled(cause.fix(locale), facts);
    }
}

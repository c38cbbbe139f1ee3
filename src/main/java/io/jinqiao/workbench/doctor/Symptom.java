package io.jinqiao.workbench.doctor;

import java.util.List;

/** One observation of a probe. @param facts as {@link Sign} says; names from configuration, never content of messages */
record Symptom(Sign sign, List<String> facts) {
    Symptom {
        facts = List.copyOf(facts);
    }

    static Symptom of(Sign sign, String... facts) {
        return new Symptom(sign, List.of(facts));
    }

    String fact(int index) {
        return index < facts.size() ? facts.get(index) : "";
    }
}

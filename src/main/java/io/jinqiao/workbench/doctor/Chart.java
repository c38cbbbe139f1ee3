package io.jinqiao.workbench.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the probes have seen so far. For one examination. */
final class Chart {
    private final List<Step> steps = new ArrayList<>();
    private final List<Symptom> symptoms = new ArrayList<>();
    private final Consumer<Step> listener;

    /** @param listener hears of each step when it is done */
    Chart(Consumer<Step> listener) {
        this.listener = listener;
    }

    void good(Probe probe, String detail) {
        add(new Step(probe, Step.Mark.GOOD, detail));
    }

    /** @param missing what would have to be there for this to be looked at */
    void unchecked(Probe probe, String missing) {
        add(new Step(probe, Step.Mark.UNCHECKED, missing));
    }

    /** @param detail of what is in order, when nothing was noted */
    void done(Probe probe, List<Symptom> seen, String detail) {
        symptoms.addAll(seen);
        List<Symptom> wrong = seen.stream().filter(s -> s.sign() != Sign.IN_FORCE && s.sign() != Sign.CLOCKS_AGREE).toList();
        if (wrong.isEmpty()) {
            good(probe, detail);
        } else {
            add(new Step(probe, Step.Mark.BAD, String.join("; ", wrong.stream().map(Chart::words).toList())));
        }
    }

    private static String words(Symptom symptom) {
        String sign = symptom.sign().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return (sign + " " + String.join(", ", symptom.facts().stream().filter(f -> !f.isEmpty()).toList())).strip();
    }

    private void add(Step step) {
        steps.add(step);
        listener.accept(step);
    }

    List<Step> steps() {
        return steps;
    }

    List<Symptom> symptoms() {
        return symptoms;
    }

    boolean has(Sign sign) {
        return symptoms.stream().anyMatch(s -> s.sign() == sign);
    }

    boolean unchecked() {
        return steps.stream().anyMatch(s -> s.mark() == Step.Mark.UNCHECKED);
    }
}

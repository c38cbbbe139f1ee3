package io.jinqiao.workbench.doctor;

import java.util.List;

/**
 * What came out of a look.
 *
 * @param findings empty: nothing is wrong; one: that; several: one of them
 * @param asked questions that were sent
 */
public record Examined(String partner, List<Step> steps, List<Finding> findings, int asked) {
    public Examined {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** 0 healthy, 1 something is wrong, 2 nothing was found and the partner was not heard. */
    public int exitCode() {
        boolean closed = findings.stream().anyMatch(f -> f.cause() == Cause.SERVICE_HOURS);
        if (!findings.isEmpty() && !closed) {
            return 1;
        }
        boolean heard = steps.stream().anyMatch(s -> s.probe() == Probe.VERDICT && s.mark() == Step.Mark.GOOD);
        return heard ? 0 : 2;
    }
}

package io.jinqiao.workbench.conformance;

import java.time.Duration;

record Result(Trial trial, Outcome outcome, Duration took) {
    boolean failed() {
        return outcome instanceof Outcome.Failed;
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }
}

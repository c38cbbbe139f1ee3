package io.jinqiao.workbench.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs trials one after the other and keeps what became of each; an exception nobody foresaw is a failure of the trial. */
final class Recorder {
    private final List<Result> results = new ArrayList<>();
    private final Consumer<Result> progress;
    private final BiFunction<Trial, RuntimeException, Finding> unforeseen;

    /** @param progress is told each result at once */
    Recorder(Consumer<Result> progress, BiFunction<Trial, RuntimeException, Finding> unforeseen) {
        this.progress = progress;
        this.unforeseen = unforeseen;
    }

    void run(Trial trial, Supplier<Outcome> body) {
        long from = System.nanoTime();
        Outcome outcome;
        try {
            outcome = body.get();
        } catch (RuntimeException e) {
            outcome = new Outcome.Failed(unforeseen.apply(trial, e));
        }
        Result result = new Result(trial, outcome, Duration.ofNanos(System.nanoTime() - from));
        results.add(result);
        progress.accept(result);
    }

    List<Result> results() {
        return List.copyOf(results);
    }
}

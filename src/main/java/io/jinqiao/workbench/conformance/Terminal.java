package io.jinqiao.workbench.conformance;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress for whoever waits: a line for each operation and direction (✓ passed, ✗ failed, – nothing ran), a line for each failure. */
final class Terminal implements Consumer<Result> {
    private final PrintWriter out;
    private String group = "";
    private int passed;
    private int failed;
    private int notRun;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(Result result) {
        String own = result.trial().level().name().toLowerCase(Locale.ROOT) + "  " + result.trial().operation().id() + "  " + result.trial().direction();
        if (!own.equals(group)) {
            finish();
            group = own;
        }
        if (result.outcome() instanceof Outcome.Failed failure) {
            failed++;
            out.println("  ✗ " + result.trial().name() + ": " + cut(failure.finding().found()));
            out.println("    " + failure.finding().fix());
        } else if (result.passed()) {
            passed++;
        } else {
            notRun++;
        }
    }

    /** Says what became of the group before. */
    void finish() {
        if (!group.isEmpty()) {
            out.println((failed > 0 ? "✗ " : passed > 0 ? "✓ " : "– ") + group + "  " + passed + "/" + failed + "/" + notRun);
            out.flush();
        }
        group = "";
        passed = 0;
        failed = 0;
        notRun = 0;
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}

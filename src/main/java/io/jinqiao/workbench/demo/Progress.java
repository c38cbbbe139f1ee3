package io.jinqiao.workbench.demo;

import java.io.PrintStream;

/** Tells a person at the terminal how far it is: one line that grows, or a line each where output goes to a file. */
final class Progress {
    private static final int WIDTH = 28;

    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private int shown = -1;

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String words) {
        out.println("▸ " + words);
        out.flush();
        shown = -1;
    }

    void bar(String words, int done, int all) {
        if (done == shown) {
            return;
        }
        shown = done;
        int filled = all == 0 ? WIDTH : WIDTH * done / all;
        String line = "  " + "█".repeat(filled) + "░".repeat(WIDTH - filled) + " " + done + "/" + all + "  " + words;
        if (terminal) {
            out.print("\r" + line + (done == all ? "\n" : ""));
        } else if (done == all || done % 5 == 0) {
            out.println(line);
        }
        out.flush();
    }
}

package io.jinqiao.workbench;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The workbench as somebody types it, and what it said. */
public final class Commands {
    private final StringWriter said = new StringWriter();
    private final CommandLine line = Workbench.commands().setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));

    /** @return the exit code */
    public int run(String... words) {
        return line.execute(words);
    }

    public String said() {
        return said.toString();
    }
}

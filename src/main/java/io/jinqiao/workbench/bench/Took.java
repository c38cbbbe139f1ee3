package io.jinqiao.workbench.bench;

import io.jinqiao.workbench.development.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process of a bench, ours or a peer's, says on a line {@code took <seen> <millis> [<heap>]}.
 *
 * @param seen rows, loans or bytes
 * @param heap most MiB of it in use; 0 where it is not said
 */
public record Took(long seen, long millis, long heap) {
    public double perSecond() {
        return seen * 1000.0 / Math.max(1, millis);
    }

    /**
     * Runs the process to its end.
     *
     * @param work folder for its log
     * @throws IllegalStateException with the log when it failed or said nothing
     */
    public static Took by(JavaProcess process, Path work) throws IOException, InterruptedException {
        Path log = work.resolve("process.log");
        Process running = process.start(log);
        try (BufferedReader words = running.inputReader()) {
            String told = words.lines().filter(line -> line.startsWith("took ")).findFirst().orElse(null);
            if (running.waitFor() != 0 || told == null) {
                throw new IllegalStateException("a process of the bench failed: " + Files.readString(log));
            }
            String[] parts = told.split(" ");
            return new Took(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts.length > 3 ? Long.parseLong(parts[3]) : 0);
        }
    }
}

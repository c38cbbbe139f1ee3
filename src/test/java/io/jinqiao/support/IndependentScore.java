package io.jinqiao.support;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The program of its own that computes an exported score again, typed as the page about scores says. */
public final class IndependentScore {
    public static final Path PROGRAM = Path.of("docs/independent/RecomputeScore.java");

    private IndependentScore() {}

    /** @param exit 0: every point is as exported */
    public record Ran(int exit, String said) {}

    /** @param folder with the files of one export */
    public static Ran computed(Path folder) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", PROGRAM.toString(), folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}

package io.jinqiao.workbench.bench.opinion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another implementation of OFD, in a process of its own with its own libraries, run from the source of its small program: peer of the bench
 * and oracle of the tests. Needs a JDK and the libraries, which the build fetches.
 */
public final class Ofdrw {
    private static final Path SOURCE = Path.of("src/bench/ofdrw/Ofdrw.java");
    private static final String PACKED = "/bench/ofdrw/Ofdrw.java";

    private final Path libraries;
    private final Path folder;

    /** @param folder for what it leaves behind, its temporary files too */
    public Ofdrw(Path libraries, Path folder) {
        this.libraries = libraries;
        this.folder = folder;
    }

    /** Where the build puts the libraries. */
    public static Path fetched() {
        return Path.of("target/oracles/ofdrw");
    }

    public boolean present() {
        return Files.isDirectory(libraries);
    }

    /** @return its answer, line by line */
    public List<String> run(String... arguments) throws IOException, InterruptedException {
        if (!present()) {
            throw new IllegalStateException("no libraries of ofdrw in " + libraries + "; mvn generate-test-resources fetches them");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                libraries + "/*",
                program().toString()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("ofdrw.out");
        Path log = folder.resolve("ofdrw.log");
        Process process = new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("ofdrw failed: " + Files.readString(log));
        }
        return Files.readAllLines(said, StandardCharsets.UTF_8);
    }

    private Path program() throws IOException {
        if (Files.exists(SOURCE)) {
            return SOURCE;
        }
        try (InputStream packed = Ofdrw.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                throw new IllegalStateException("neither " + SOURCE + " nor " + PACKED);
            }
            Path program = folder.resolve("Ofdrw.java");
            Files.write(program, packed.readAllBytes());
            return program;
        }
    }
}

package io.jinqiao.workbench.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Classes as a first process has loaded and linked them, so that the next ones start for half the processor time. From JDK 25 on and from
 * jars only: folders of classes cannot be archived, and JDK 17 breaks down while it writes an archive.
 */
final class ClassArchive {
    private static final int FIRST_JDK = 25;
    /** Without an archive: a tenth of a start is the verification of byte code, which is the same at every start. */
    private static final List<String> UNVERIFIED = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private final Path file;
    private final boolean possible;

    ClassArchive(Path file) {
        this.file = file;
        this.possible = Runtime.version().feature() >= FIRST_JDK && fromJars();
        try {
            // one of another class path would be refused
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean fromJars() {
        return ClassArchive.class.getResource("ClassArchive.class").getProtocol().equals("jar");
    }

    /** Options of the process that leaves the archive behind when it ends by itself. */
    List<String> making() {
        return possible ? List.of("-XX:AOTCacheOutput=" + file) : UNVERIFIED;
    }

    /** Options of every other process. */
    List<String> using() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file) : UNVERIFIED;
    }
}

package io.jinqiao.workbench.bench.repayment;

import io.jinqiao.workbench.bench.BenchClasses;
import io.jinqiao.workbench.development.JavaProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The plain chunk job in a process of its own, run from its source with libraries only the peers have. */
final class SpringBatch {
    private static final Path SOURCE = Path.of("src/bench/batch/ChunkJob.java");
    private static final String PACKED = "/bench/batch/ChunkJob.java";

    private SpringBatch() {}

    static JavaProcess job(Path work) throws IOException {
        JavaProcess process = JavaProcess.of(source(work).toString());
        BenchClasses.libraries(work).forEach(process::classes);
        return process;
    }

    private static Path source(Path work) throws IOException {
        try (InputStream packed = SpringBatch.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                return SOURCE.toAbsolutePath();
            }
            Path file = work.resolve("ChunkJob.java");
            Files.copy(packed, file);
            return file;
        }
    }
}

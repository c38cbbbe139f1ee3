package io.jinqiao.workbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where a bench puts its database and files, up to some gigabytes: gone when it ends.
 *
 * @param path a new folder below the machine's folder for temporary files
 */
public record BenchFolder(Path path) implements AutoCloseable {
    public static BenchFolder make() throws IOException {
        return new BenchFolder(Files.createTempDirectory("jinqiao-bench"));
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}

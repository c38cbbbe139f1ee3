package io.jinqiao.workbench.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the classes of {@code src/bench} are: beside the exploded classes, or packed under {@code bench/} in the workbench jar. */
public final class BenchClasses {
    private static final String PACKED = "bench/";

    private BenchClasses() {}

    /** @param work folder to unpack to when they are packed */
    public static Path folder(Path work) {
        Path exploded = Path.of("target/bench-classes");
        if (BenchClasses.class.getResource("BenchClasses.class").getProtocol().equals("file") && Files.isDirectory(exploded)) {
            return exploded.toAbsolutePath();
        }
        return unpack(work.resolve("bench-classes"));
    }

    private static Path unpack(Path target) {
        try {
            for (Resource found : new PathMatchingResourcePatternResolver().getResources("classpath*:" + PACKED + "**/*.class")) {
                String address = found.getURL().toString();
                Path file = target.resolve(address.substring(address.lastIndexOf("/" + PACKED + "io/") + 1 + PACKED.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = found.getInputStream()) {
                    Files.write(file, in.readAllBytes());
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

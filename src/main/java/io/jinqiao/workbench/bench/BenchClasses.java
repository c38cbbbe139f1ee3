package io.jinqiao.workbench.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Where the classes of {@code src/bench} are: beside the exploded classes, or packed under {@code bench/} in the workbench jar. */
public final class BenchClasses {
    private static final String PACKED = "bench/";

    private BenchClasses() {}

    /** @param work folder to unpack to when they are packed */
    public static Path folder(Path work) {
        Path exploded = Path.of("target/bench-classes");
        if (!packed() && Files.isDirectory(exploded)) {
            return exploded.toAbsolutePath();
        }
        return unpack(work.resolve("bench-classes"));
    }

    /** Libraries only the peers have: {@code target/bench-lib}, or packed under {@code bench/lib/}. Not on the product's class path. */
    public static List<Path> libraries(Path work) {
        Path folder = packed() ? unpackLibraries(work.resolve("bench-lib")) : Path.of("target/bench-lib");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the peers' libraries are not in target/bench-lib; mvn process-classes puts them there");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).map(Path::toAbsolutePath).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean packed() {
        return !BenchClasses.class.getResource("BenchClasses.class").getProtocol().equals("file");
    }

    private static Path unpackLibraries(Path target) {
        try {
            Files.createDirectories(target);
            for (Resource found : new PathMatchingResourcePatternResolver().getResources("classpath*:" + PACKED + "lib/*.jar")) {
                try (InputStream in = found.getInputStream()) {
                    Files.write(target.resolve(java.util.Objects.requireNonNull(found.getFilename())), in.readAllBytes());
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

package io.jinqiao.workbench.development;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command finds what it works on. A folder that is not there is a slip of the keyboard: nothing is looked for or made in it. */
public final class Home {
    @Option(names = "--home", paramLabel = "DIR", description = {"Folder that holds adapters/ and certs-dev/; default: here.", "adapters/ 与 certs-dev/ 所在目录，默认当前目录。"})
    private @Nullable Path given;

    /** @throws IllegalArgumentException when there is no such folder */
    public Path folder() {
        return existing(given == null ? Path.of("") : given);
    }

    /** Null when the command line says nothing. @throws IllegalArgumentException when there is no such folder */
    public @Nullable Path given() {
        return given == null ? null : existing(given);
    }

    /** Absolute. @throws IllegalArgumentException when there is no such folder */
    public static Path existing(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new IllegalArgumentException("目录不存在，什么都没有做 / no such folder, nothing was done: " + absolute + " (--home)");
        }
        return absolute;
    }
}

package io.jinqiao.workbench.bench.crash;

import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bank's folder with shorter waits, put into the homes of the campaign's nodes: a partner's folder found there replaces the packaged
 * one, as for any user.
 */
final class HastyFolder {
    static final String FOLDER = "adapters/icbc";
    /** What only those who check a folder read. */
    private static final String EXAMPLES = FOLDER + "/(samples|stubs)/.*";

    private HastyFolder() {}

    static void write(Path work) throws IOException {
        write(work, work);
        write(work, work.resolve("second"));
    }

    private static void write(Path none, Path home) throws IOException {
        for (Source source : new Sources(none.resolve("nothing"), HastyFolder.class.getClassLoader()).list(FOLDER)) {
            if (source.name().matches(EXAMPLES)) {
                continue;
            }
            Path file = home.resolve(source.name());
            Files.createDirectories(file.getParent());
            Files.write(file, source.name().equals(FOLDER + "/adapter.yaml") ? hasty(source.bytes()) : source.bytes());
        }
    }

    private static byte[] hasty(byte[] yaml) {
        return new String(yaml, StandardCharsets.UTF_8)
                .replaceAll("(?m)^retry: .*$", "retry: {budget: 24h, first: 200ms, factor: 2, most: 1s}")
                .replaceAll("(?m)^enquiry: .*$", "enquiry: {after: 500ms, factor: 2, most: 2s, give-up: 24h}")
                .replaceAll("retry: \\{budget: 72h[^}]*}", "retry: {budget: 72h, first: 200ms, factor: 2, most: 1s}")
                .replaceAll("reply-timeout: [0-9]+s", "reply-timeout: 4s")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package io.jinqiao.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What an assembled jar carries, its nested libraries included. */
final class JarContents {
    /** Entries that only the workbench's jar may have. */
    private static final Map<String, String> WORKBENCH_ONLY = Map.ofEntries(
            Map.entry("io/jinqiao/workbench/", "the workbench"),
            Map.entry("io/jinqiao/bench/", "the load generators"),
            Map.entry("com/github/tomakehurst/", "WireMock"),
            Map.entry("io/zonky/", "embedded PostgreSQL"),
            Map.entry("postgres-", "embedded PostgreSQL's binaries"),
            Map.entry("org/apache/sshd/", "Apache SSHD"),
            Map.entry("org/dhatim/", "FastExcel"),
            Map.entry("com/fasterxml/aalto/", "Aalto"),
            Map.entry("org/apache/commons/csv/", "Commons CSV"),
            Map.entry("picocli/", "picocli"),
            Map.entry("workbench/", "the workbench's data"),
            Map.entry("bench/", "the load generators' libraries"));

    private JarContents() {}

    /** Names of all entries; those of a nested jar without the name of that jar. */
    static List<String> entries(Path jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    try (ZipInputStream nested = new ZipInputStream(zip.getInputStream(entry))) {
                        for (ZipEntry inner = nested.getNextEntry(); inner != null; inner = nested.getNextEntry()) {
                            names.add(inner.getName());
                        }
                    }
                }
            }
        }
        return names;
    }

    /** What the production jar must not carry. */
    static List<String> strangers(List<String> entries) {
        return WORKBENCH_ONLY.entrySet().stream()
                .filter(forbidden -> entries.stream().anyMatch(e -> own(e).startsWith(forbidden.getKey())))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    private static String own(String entry) {
        return entry.startsWith("BOOT-INF/classes/") ? entry.substring("BOOT-INF/classes/".length()) : entry;
    }
}

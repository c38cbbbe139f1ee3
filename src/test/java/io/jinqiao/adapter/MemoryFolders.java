package io.jinqiao.adapter;

import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shipped {@code adapters/} and {@code routes/} in memory, to be spoilt without touching a disk. */
public final class MemoryFolders extends Sources {
    private static final Map<String, Source> SHIPPED = shipped();

    private final Map<String, Source> files = new TreeMap<>(SHIPPED);

    public MemoryFolders() {
        super(Path.of("."), MemoryFolders.class.getClassLoader());
    }

    /** Replaces the first occurrence; there must be one. */
    public MemoryFolders replace(String file, String from, String to) {
        String text = get(file).text();
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        return write(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    public MemoryFolders write(String file, String text) {
        return write(file, text, StandardCharsets.UTF_8);
    }

    public MemoryFolders write(String file, String text, Charset charset) {
        files.put(file, new Source(file, "memory", text.getBytes(charset)));
        return this;
    }

    public MemoryFolders delete(String file) {
        files.remove(file);
        return this;
    }

    @Override
    public List<Source> list(String folder) {
        return files.values().stream().filter(s -> s.name().startsWith(folder + "/")).toList();
    }

    @Override
    public Source get(String path) {
        return files.get(path);
    }

    private static Map<String, Source> shipped() {
        Map<String, Source> files = new TreeMap<>();
        read("adapters", files);
        read("routes", files);
        return files;
    }

    private static void read(String folder, Map<String, Source> files) {
        try (Stream<Path> found = Files.walk(Path.of(folder))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String name = file.toString().replace('\\', '/');
                files.put(name, new Source(name, "memory", Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

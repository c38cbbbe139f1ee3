package io.jinqiao.workbench.simulate.bank.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a bank's files lie, and those of the centre that answer them. */
final class Tray {
    private final Habits habits;
    private final Path root;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private volatile UnaryOperator<String> signature = hash -> hash;

    Tray(Habits habits, Path root) {
        this.habits = habits;
        this.root = root;
        folder(habits.offers());
        folder(habits.results());
    }

    void signs(UnaryOperator<String> hashToMarker) {
        signature = hashToMarker;
    }

    Path folder(String path) {
        try {
            return Files.createDirectories(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path offered(String name) {
        return root.resolve(habits.offers()).resolve(name);
    }

    void put(Layout.Written file) {
        unfinished(file);
        finish(file);
    }

    /** Without its marker, or under the name it has until it is whole. */
    void unfinished(Layout.Written file) {
        write(offered(file.marker() == null ? file.name() + ".tmp" : file.name()), file.bytes());
    }

    void finish(Layout.Written file) {
        if (file.marker() == null) {
            move(offered(file.name() + ".tmp"), offered(file.name()));
        } else {
            String says = file.marker().isEmpty() ? "" : signature.apply(file.marker());
            Path marker = offered(String.valueOf(habits.layout().marker(file.name())));
            Path beside = offered(marker.getFileName() + ".tmp");
            write(beside, says.getBytes(StandardCharsets.US_ASCII));
            move(beside, marker);
        }
    }

    /** Results that were not there before. */
    synchronized List<Verdict> fresh() {
        List<Verdict> fresh = names().stream().filter(this::complete).filter(seen::add).map(this::read).toList();
        verdicts.addAll(fresh);
        return fresh;
    }

    synchronized List<Verdict> all() {
        return List.copyOf(verdicts);
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder(habits.results()))) {
            return files.map(file -> file.getFileName().toString()).filter(habits.layout()::result).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean complete(String name) {
        Path marker = marker(name);
        return marker == null || Files.exists(marker);
    }

    private @Nullable Path marker(String name) {
        String marker = habits.layout().marker(name);
        return marker == null ? null : root.resolve(habits.results()).resolve(marker);
    }

    private Verdict read(String name) {
        try {
            Path marker = marker(name);
            return habits.layout().read(
                    name, Files.readAllBytes(root.resolve(habits.results()).resolve(name)), marker == null ? null : Files.readString(marker).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jinqiao.workbench.simulate;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a simulated bank was sent, a file each. Whoever reads while something arrives, in another process too, finds whole files only. */
public final class InTray {
    private static final String WHOLE = ".json";

    private final Path folder;

    public InTray(Path folder) {
        this.folder = folder;
    }

    public void keep(CanonicalMessage message, MessageId id) {
        Path file = folder(message.operation()).resolve(id.value() + WHOLE);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), id.value(), ".part");
            Files.move(Files.writeString(part, CanonicalJson.write(message.content())), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<CanonicalMessage> find(Operation operation, MessageId id) {
        Path file = folder(operation).resolve(id.value() + WHOLE);
        return Files.exists(file) ? Optional.of(read(operation, file)) : Optional.empty();
    }

    public <T extends CanonicalMessage> List<T> all(Operation operation, Class<T> type) {
        if (!Files.isDirectory(folder(operation))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(operation))) {
            return files.filter(file -> file.toString().endsWith(WHOLE)).sorted().map(file -> type.cast(read(operation, file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CanonicalMessage read(Operation operation, Path file) {
        try {
            return operation.read(CanonicalJson.read(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Operation operation) {
        return folder.resolve(operation.id());
    }
}

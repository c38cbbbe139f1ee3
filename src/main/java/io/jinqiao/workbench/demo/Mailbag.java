package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the branch wrote and what it was told, kept in files: after a restart an unanswered letter is sent again to the byte. */
final class Mailbag {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Mailbag(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param answer what came back, in words; null while nothing did */
    record Filed(String operation, String id, String path, Map<String, String> headers, byte[] body, @Nullable String answer) {
        Letter letter() {
            return new Letter(Operation.of(operation), new MessageId(id), path, headers, body);
        }
    }

    Optional<Filed> find(String name) {
        Path file = folder.resolve(name + ".json");
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Filed.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String name, Letter letter, @Nullable String answer) {
        Filed filed = new Filed(letter.operation().id(), letter.id().value(), letter.path(), letter.headers(), letter.body(), answer);
        try {
            Path draft = folder.resolve(name + ".tmp");
            JSON.writeValue(draft.toFile(), filed);
            Files.move(draft, folder.resolve(name + ".json"), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each case stands, a line each, so that a registry that is started again goes on where it was; its applications lie in the tray. */
final class RegistryMemory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    RegistryMemory(Path file) {
        this.file = file;
    }

    /** By the number of the case, in the order in which they were filed. */
    Map<String, ObjectNode> read() {
        Map<String, ObjectNode> cases = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    ObjectNode one = (ObjectNode) JSON.readTree(line);
                    cases.put(one.path("case").asText(), one);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    void write(Iterable<ObjectNode> cases) {
        StringBuilder lines = new StringBuilder();
        cases.forEach(one -> lines.append(one).append('\n'));
        Path next = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(next, lines);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

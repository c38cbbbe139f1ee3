package io.jinqiao.workbench.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated bank's own book: what it took, what it said, each line durable before the answer leaves. Kept apart from everything the
 * gateway knows, so that the two can be compared.
 */
public final class BankLedger implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final List<Entry> entries = new ArrayList<>();

    /** @param what {@code took} (a message of the centre), {@code sent} (a message of the bank), {@code answer} (the centre's answer to it) */
    public record Entry(String at, String what, String operation, String messageId, String businessKey, String outcome) {}

    public BankLedger(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                    entries.add(JSON.readValue(line, Entry.class));
                }
            }
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(String what, String operation, String messageId, String businessKey, String outcome) {
        Entry entry = new Entry(Instant.now().toString(), what, operation, messageId, businessKey, outcome);
        try {
            file.write(ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.add(entry);
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.jinqiao.evidence.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * Chain names of this home, one per line in {@code node-id}. A process takes the first that is free, so a restart goes on with
 * its chain and a second process on the same home gets another.
 */
final class HomeNodes {
    private static final Object WITHIN_THIS_PROCESS = new Object();

    private final Path file;

    HomeNodes(Path home) {
        this.file = home.resolve("node-id");
    }

    /** The first name that could be claimed; a new one when none could. */
    String claim(Predicate<String> claimed) {
        // A file lock belongs to the process: threads of one process would get an exception instead of waiting.
        synchronized (WITHIN_THIS_PROCESS) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (FileChannel channel = FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    return claim(channel, claimed);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep the node id in " + file, e);
            }
        }
    }

    private static String claim(FileChannel channel, Predicate<String> claimed) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        List<String> names = new ArrayList<>(new String(bytes.array(), StandardCharsets.US_ASCII)
                .lines()
                .filter(name -> name.matches("[0-9a-z-]{1,40}"))
                .toList());
        for (String name : names) {
            if (claimed.test(name)) {
                return name;
            }
        }
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        String fresh = "n-" + HexFormat.of().formatHex(random);
        if (!claimed.test(fresh)) {
            throw new IllegalStateException("a new chain cannot be claimed");
        }
        names.add(fresh);
        channel.write(ByteBuffer.wrap((String.join("\n", names) + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        channel.force(true);
        return fresh;
    }
}

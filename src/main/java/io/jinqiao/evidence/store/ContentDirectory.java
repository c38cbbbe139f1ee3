package io.jinqiao.evidence.store;

import io.jinqiao.evidence.proof.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Contents as files, in 256 folders by the first two digits of their names. */
public final class ContentDirectory implements ContentStore {
    private final Path root;

    public ContentDirectory(Path root) {
        this.root = root;
    }

    @Override
    public String put(byte[] bytes) throws IOException {
        String name = Sha256.hex(Sha256.of(bytes));
        Path file = place(name);
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
        Path draft = folder.resolve("." + name + "." + UUID.randomUUID());
        try {
            write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        sync(folder);
        return name;
    }

    @Override
    public byte[] get(String name) throws IOException {
        return Files.readAllBytes(place(name));
    }

    @Override
    public void probe(int size) throws IOException {
        Files.createDirectories(root);
        Path draft = root.resolve(".probe." + UUID.randomUUID());
        try {
            write(draft, new byte[size]);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path place(String name) throws IOException {
        if (!name.matches("[0-9a-f]{64}")) {
            throw new IOException("not the name of a content");
        }
        return root.resolve(name.substring(0, 2)).resolve(name);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
    }

    /** A new name is durable only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

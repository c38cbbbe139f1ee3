package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where files lie before they are sent. A file is there whole or not at all. */
public record ReportFolder(Path folder, String extension) {

    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    public record Stored(long size, byte[] digest) {}

    public Path path(FileName name) {
        return folder.resolve(name + extension);
    }

    /** Durable when it returns. What lay there under the name was never sent: its transaction did not commit. */
    public Stored store(FileName name, Content content) throws IOException {
        Path part = Files.createDirectories(folder).resolve(name + ".part");
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
            content.write(out);
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return new Stored(Files.size(path(name)), digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

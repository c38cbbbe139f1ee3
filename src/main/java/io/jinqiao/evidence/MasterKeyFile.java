package io.jinqiao.evidence;

import io.jinqiao.evidence.store.MasterKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Finds the master keys where the configuration says they are. */
final class MasterKeyFile {
    private static final int LENGTH = 32;

    private MasterKeyFile() {}

    /** @throws IllegalStateException when there is none and none may be made */
    static MasterKeys read(EvidenceProperties properties, Path home) {
        Map<String, byte[]> secrets = new HashMap<>();
        properties.formerMasterKeys().forEach((name, text) -> secrets.put(name, decode(text)));
        secrets.put(properties.masterKeyName(), decode(active(properties, home)));
        return new MasterKeys(properties.masterKeyName(), secrets);
    }

    private static String active(EvidenceProperties properties, Path home) {
        if (properties.masterKey() != null) {
            return properties.masterKey();
        }
        Path configured = properties.masterKeyFile();
        Path file = configured == null ? home.resolve("evidence-master.key") : configured;
        try {
            if (!Files.exists(file) && properties.createMasterKey()) {
                create(file);
            }
            if (!Files.exists(file)) {
                throw new IllegalStateException("no master key for the journal: set jinqiao.evidence.master-key, or put 32"
                        + " random bytes in Base64 into " + file + " (openssl rand -base64 32)");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal's master key from " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.WRITE);
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text.strip());
    }
}

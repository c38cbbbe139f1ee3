package io.jinqiao.evidence;

import io.jinqiao.evidence.store.MasterKeys;
import java.io.IOException;
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

    /** @throws MasterKeyUnusable when there is none and none may be made, or one is no key */
    static MasterKeys read(EvidenceProperties properties, Path home) {
        Map<String, byte[]> secrets = new HashMap<>();
        properties.formerMasterKeys().forEach(
                (name, text) -> secrets.put(name, decode("jinqiao.evidence.former-master-keys." + name, text)));
        secrets.put(properties.masterKeyName(), active(properties, home));
        return new MasterKeys(properties.masterKeyName(), secrets);
    }

    private static byte[] active(EvidenceProperties properties, Path home) {
        if (properties.masterKey() != null) {
            return decode("jinqiao.evidence.master-key", properties.masterKey());
        }
        Path configured = properties.masterKeyFile();
        Path file = configured == null ? home.resolve("evidence-master.key") : configured;
        return decode("the file " + file, inFile(file, properties.createMasterKey()));
    }

    private static String inFile(Path file, boolean mayBeMade) {
        try {
            if (!Files.exists(file) && mayBeMade) {
                create(file);
            }
            if (!Files.exists(file)) {
                throw new MasterKeyUnusable("no master key for the journal: set jinqiao.evidence.master-key, or put 32"
                        + " random bytes in Base64 into " + file + " (openssl rand -base64 32)", null);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new MasterKeyUnusable("the journal's master key cannot be read from " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.WRITE);
    }

    private static byte[] decode(String place, String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text.strip());
            if (secret.length == LENGTH) {
                return secret;
            }
            throw new MasterKeyUnusable(place + " holds " + secret.length + " bytes; a master key of the journal has " + LENGTH, null);
        } catch (IllegalArgumentException e) {
            throw new MasterKeyUnusable(place + " is no Base64; a master key of the journal is 32 bytes in Base64", null);
        }
    }
}

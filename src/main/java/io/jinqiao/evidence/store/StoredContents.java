package io.jinqiao.evidence.store;

import io.jinqiao.evidence.RecordId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads encrypted contents back. */
public final class StoredContents {
    private final JdbcTemplate jdbc;
    private final KeyRing keys;
    private final ContentStore contents;

    public StoredContents(JdbcTemplate jdbc, KeyRing keys, ContentStore contents) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.contents = contents;
    }

    /** @param input bytes under the signature; null when there was none */
    public record Plain(byte[] body, byte @Nullable [] input) {}

    private record Encrypted(UUID key, @Nullable String stored, byte @Nullable [] content, int bodySize, boolean hasInput) {}

    /** @throws IllegalArgumentException when there is no such record or its content cannot be read */
    public Plain read(RecordId id) {
        try {
            return decrypt(id);
        } catch (KeyErased e) {
            throw new IllegalArgumentException("content of record " + id + " was erased", e);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("content of record " + id + " cannot be read", e);
        }
    }

    /**
     * @throws KeyErased when it was erased on purpose
     * @throws GeneralSecurityException when it is not what was written
     * @throws IllegalArgumentException when there is no such record
     */
    public Plain decrypt(RecordId id) throws GeneralSecurityException, IOException {
        Encrypted found = find(id);
        byte[] encrypted = found.stored == null ? found.content : contents.get(found.stored);
        if (encrypted == null) {
            throw new GeneralSecurityException("no content");
        }
        byte[] plain = keys.forReading(found.key).decrypt(id.value(), encrypted);
        if (found.bodySize > plain.length) {
            throw new GeneralSecurityException("content is shorter than the body");
        }
        return new Plain(
                Arrays.copyOf(plain, found.bodySize),
                found.hasInput ? Arrays.copyOfRange(plain, found.bodySize, plain.length) : null);
    }

    private Encrypted find(RecordId id) {
        Encrypted found = jdbc.query(
                "SELECT key_id, stored, content, body_size, input_size IS NOT NULL FROM evidence_record WHERE id = ?",
                rs -> rs.next()
                        ? new Encrypted(
                                rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3), rs.getInt(4), rs.getBoolean(5))
                        : null,
                id.value());
        if (found == null) {
            throw new IllegalArgumentException("no record " + id);
        }
        return found;
    }
}

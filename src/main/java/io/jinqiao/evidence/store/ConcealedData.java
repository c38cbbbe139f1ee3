package io.jinqiao.evidence.store;

import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Personal data of other rooms under the journal's keys: one byte of version (1), 16 bytes key id, then what the key encrypted with its
 * own id authenticated. No bytes at all: erased.
 */
public final class ConcealedData implements PersonalData {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + 2 * Long.BYTES;

    private final KeyRing keys;

    public ConcealedData(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public byte[] conceal(Subject about, byte[] plain) {
        DataKey key = keys.forWriting(KeyRing.owner(about));
        byte[] encrypted = key.encrypt(key.id(), plain);
        return ByteBuffer.allocate(HEAD + encrypted.length)
                .put(VERSION)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(encrypted)
                .array();
    }

    @Override
    public void expect(Collection<byte[]> concealed) {
        keys.expect(concealed.stream().filter(each -> each.length > 0).map(ConcealedData::key).collect(Collectors.toSet()));
    }

    private static UUID key(byte[] concealed) {
        if (concealed.length < HEAD || concealed[0] != VERSION) {
            throw new IllegalStateException("these are no concealed data");
        }
        ByteBuffer head = ByteBuffer.wrap(concealed, 1, HEAD - 1);
        return new UUID(head.getLong(), head.getLong());
    }

    @Override
    public String pseudonym(String of) {
        return keys.pseudonym(of);
    }

    @Override
    public Optional<byte[]> reveal(byte[] concealed) {
        if (concealed.length == 0) {
            return Optional.empty();
        }
        UUID id = key(concealed);
        try {
            return Optional.of(keys.forReadingAgain(id).decrypt(id, Arrays.copyOfRange(concealed, HEAD, concealed.length)));
        } catch (KeyErased e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("concealed data cannot be read", e);
        }
    }
}

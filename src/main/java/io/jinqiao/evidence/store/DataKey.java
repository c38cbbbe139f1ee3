package io.jinqiao.evidence.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One AES-256-GCM key. A key made here is used for writing by this process alone, so a counter serves as IV and never repeats.
 */
final class DataKey {
    static final int LENGTH = 32;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    /** Asking the providers for one costs as much as a short text; an init leaves nothing of the use before. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(DataKey::newCipher);

    private final UUID id;
    private final SecretKeySpec secret;
    private final AtomicLong counter = new AtomicLong();

    DataKey(UUID id, byte[] secret) {
        this.id = id;
        this.secret = new SecretKeySpec(secret, "AES");
    }

    UUID id() {
        return id;
    }

    /** IV, then the ciphertext of all pieces one after the other with its tag. */
    byte[] encrypt(UUID record, byte[]... pieces) {
        ByteBuffer iv = ByteBuffer.allocate(IV).putLong(IV - Long.BYTES, counter.incrementAndGet());
        int size = Arrays.stream(pieces).mapToInt(p -> p.length).sum();
        byte[] out = Arrays.copyOf(iv.array(), IV + size + TAG_BITS / 8);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv.array(), record);
            int at = IV;
            for (byte[] piece : pieces) {
                at += cipher.update(piece, 0, piece.length, out, at);
            }
            cipher.doFinal(out, at);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    /** @throws GeneralSecurityException when the bytes are not what was encrypted for this record */
    byte[] decrypt(UUID record, byte[] encrypted) throws GeneralSecurityException {
        if (encrypted.length < IV + TAG_BITS / 8) {
            throw new GeneralSecurityException("too short");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(encrypted, IV), record)
                .doFinal(encrypted, IV, encrypted.length - IV);
    }

    private Cipher cipher(int mode, byte[] iv, UUID record) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(record.getMostSignificantBits())
                .putLong(record.getLeastSignificantBits())
                .array());
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }
}

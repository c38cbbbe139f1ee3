package io.jinqiao.evidence.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Wraps data keys with AES-256-GCM; the key's id and owner are authenticated, so a wrapped key cannot be given to another owner. */
public final class MasterKeys {
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final String PSEUDONYM = "pseudonym\n";
    private static final int PSEUDONYM_BYTES = 16;

    private final String active;
    private final Map<String, byte[]> secrets;
    private final SecureRandom random = new SecureRandom();

    /** @param secrets 32 bytes each, by name; the active one among them */
    public MasterKeys(String active, Map<String, byte[]> secrets) {
        if (!secrets.containsKey(active)) {
            throw new IllegalArgumentException("no master key named '" + active + "'");
        }
        secrets.forEach((name, secret) -> {
            if (secret.length != DataKey.LENGTH) {
                throw new IllegalArgumentException("master key '" + name + "' has not 32 bytes");
            }
        });
        this.active = active;
        this.secrets = Map.copyOf(secrets);
    }

    String active() {
        return active;
    }

    byte[] newSecret() {
        byte[] secret = new byte[DataKey.LENGTH];
        random.nextBytes(secret);
        return secret;
    }

    byte[] wrap(UUID id, String owner, byte[] secret) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        try {
            byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, active, iv, id, owner).doFinal(secret);
            return ByteBuffer.allocate(IV + wrapped.length).put(iv).put(wrapped).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to wrap", e);
        }
    }

    /** @throws GeneralSecurityException when it was not wrapped by this master key for this id and owner */
    byte[] unwrap(String master, UUID id, String owner, byte[] wrapped) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, master, Arrays.copyOf(wrapped, IV), id, owner)
                .doFinal(wrapped, IV, wrapped.length - IV);
    }

    /** HMAC-SHA-256 of the text under the active key, cut to 128 bits; the key's other use, wrapping, is by another algorithm. */
    String pseudonym(String of) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Objects.requireNonNull(secrets.get(active)), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((PSEUDONYM + of).getBytes(StandardCharsets.UTF_8)), 0, PSEUDONYM_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC refused", e);
        }
    }

    private Cipher cipher(int mode, String master, byte[] iv, UUID id, String owner) throws GeneralSecurityException {
        byte[] secret = secrets.get(master);
        if (secret == null) {
            throw new GeneralSecurityException("no master key named '" + master + "'");
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD((id + " " + owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

package io.jinqiao;

import io.jinqiao.credit.ReportSealer;
import io.jinqiao.signing.CryptoProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Files for the Center under SM4: {@code jinqiao.credit.seal.key}, 32 hexadecimal characters from the environment or a file, and {@code
 * jinqiao.credit.seal.mode}: {@code cbc}, a fresh vector before the ciphertext, or {@code ecb}. Without a key files are only compressed.
 */
@Component
@ConditionalOnProperty("jinqiao.credit.seal.key")
final class CreditFileKey implements ReportSealer {
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final boolean chained;

    CreditFileKey(@Value("${jinqiao.credit.seal.key}") String key, @Value("${jinqiao.credit.seal.mode:cbc}") String mode) {
        byte[] bytes = HexFormat.of().parseHex(key);
        if (bytes.length != BLOCK || !mode.equals("cbc") && !mode.equals("ecb")) {
            throw new IllegalArgumentException("jinqiao.credit.seal: 32 hexadecimal characters as key, cbc or ecb as mode");
        }
        this.key = new SecretKeySpec(bytes, "SM4");
        this.chained = mode.equals("cbc");
    }

    @Override
    public OutputStream seal(OutputStream out) throws IOException {
        byte[] vector = new byte[BLOCK];
        RANDOM.nextBytes(vector);
        if (chained) {
            out.write(vector);
        }
        return new CipherOutputStream(out, cipher(Cipher.ENCRYPT_MODE, vector));
    }

    @Override
    public InputStream open(InputStream in) throws IOException {
        byte[] vector = chained ? in.readNBytes(BLOCK) : new byte[BLOCK];
        if (vector.length < BLOCK) {
            throw new IOException("no vector");
        }
        return new CipherInputStream(in, cipher(Cipher.DECRYPT_MODE, vector));
    }

    private Cipher cipher(int direction, byte[] vector) {
        try {
            Cipher cipher = Cipher.getInstance(chained ? "SM4/CBC/PKCS7Padding" : "SM4/ECB/PKCS7Padding", CryptoProvider.bouncyCastle());
            if (chained) {
                cipher.init(direction, key, new IvParameterSpec(vector));
            } else {
                cipher.init(direction, key);
            }
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SM4", e);
        }
    }
}

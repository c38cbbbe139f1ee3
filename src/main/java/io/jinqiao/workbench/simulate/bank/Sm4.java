package io.jinqiao.workbench.simulate.bank;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** SM4 in CBC mode with PKCS#7 padding; the initialisation vector stands before the ciphertext. */
final class Sm4 {
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm4() {}

    static byte[] freshKey() {
        byte[] key = new byte[BLOCK];
        RANDOM.nextBytes(key);
        return key;
    }

    static byte[] encrypt(byte[] key, byte[] plain) {
        byte[] iv = freshKey();
        byte[] text = run(Cipher.ENCRYPT_MODE, key, iv, plain);
        byte[] all = Arrays.copyOf(iv, BLOCK + text.length);
        System.arraycopy(text, 0, all, BLOCK, text.length);
        return all;
    }

    /** @throws IllegalArgumentException when key or padding are wrong */
    static byte[] decrypt(byte[] key, byte[] vectorAndText) {
        if (vectorAndText.length < 2 * BLOCK) {
            throw new IllegalArgumentException("no vector and no block");
        }
        return run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(vectorAndText, BLOCK), Arrays.copyOfRange(vectorAndText, BLOCK, vectorAndText.length));
    }

    private static byte[] run(int mode, byte[] key, byte[] iv, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("SM4/CBC/PKCS7Padding", BankKeys.PROVIDER);
            cipher.init(mode, new SecretKeySpec(key, "SM4"), new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("SM4 does not open it", e);
        }
    }
}

package io.jinqiao.workbench.simulate.credit.report;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How files are encrypted. The Center's own mode, vector and padding are not public, so they are settings; the padding is PKCS#7.
 *
 * @param mode of SM4
 */
public record Seal(Mode mode, byte[] key) {
    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of SM4. */
    public enum Mode {
        /** A fresh vector stands before the ciphertext. */
        CBC,
        ECB
    }

    public byte[] close(byte[] plain) throws GeneralSecurityException {
        if (mode == Mode.ECB) {
            return cipher(Cipher.ENCRYPT_MODE, null).doFinal(plain);
        }
        byte[] vector = new byte[BLOCK];
        RANDOM.nextBytes(vector);
        byte[] text = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(plain);
        byte[] all = Arrays.copyOf(vector, BLOCK + text.length);
        System.arraycopy(text, 0, all, BLOCK, text.length);
        return all;
    }

    /** @throws GeneralSecurityException when it is not for this key */
    public byte[] open(byte[] sealed) throws GeneralSecurityException {
        if (mode == Mode.ECB) {
            return cipher(Cipher.DECRYPT_MODE, null).doFinal(sealed);
        }
        if (sealed.length < 2 * BLOCK) {
            throw new GeneralSecurityException("no vector and no block");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, BLOCK)).doFinal(sealed, BLOCK, sealed.length - BLOCK);
    }

    private Cipher cipher(int direction, byte @org.jspecify.annotations.Nullable [] vector) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("SM4/" + mode + "/PKCS7Padding", BankKeys.PROVIDER);
        SecretKeySpec secret = new SecretKeySpec(key, "SM4");
        if (vector == null) {
            cipher.init(direction, secret);
        } else {
            cipher.init(direction, secret, new IvParameterSpec(vector));
        }
        return cipher;
    }
}

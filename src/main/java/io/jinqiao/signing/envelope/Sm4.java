package io.jinqiao.signing.envelope;

import io.jinqiao.signing.EnvelopeProfile.Mode;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** SM4 in the two modes envelopes use. */
public final class Sm4 {
    private static final int BLOCK = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Sm4() {}

    public static int ivBytes(Mode mode) {
        return mode == Mode.CBC ? BLOCK : NONCE;
    }

    public static byte[] encrypt(Mode mode, byte[] key, byte[] iv, byte[] plain, byte[] associated) {
        try {
            return run(true, mode, key, iv, plain, associated);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("SM4 could not encrypt", e);
        }
    }

    public static byte[] decrypt(Mode mode, byte[] key, byte[] iv, byte[] ciphertext, byte[] associated)
            throws Unreadable {
        try {
            if (iv.length != ivBytes(mode)) {
                throw new Unreadable();
            }
            return run(false, mode, key, iv, ciphertext, associated);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new Unreadable();
        }
    }

    private static byte[] run(boolean encrypts, Mode mode, byte[] key, byte[] iv, byte[] in, byte[] associated)
            throws InvalidCipherTextException {
        return mode == Mode.GCM ? gcm(encrypts, key, iv, in, associated) : cbc(encrypts, key, iv, in, associated);
    }

    private static byte[] gcm(boolean encrypts, byte[] key, byte[] iv, byte[] in, byte[] associated)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypts, new AEADParameters(new KeyParameter(key), TAG_BITS, iv, associated));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int written = cipher.processBytes(in, 0, in.length, out, 0);
        return Arrays.copyOf(out, written + cipher.doFinal(out, written));
    }

    private static byte[] cbc(boolean encrypts, byte[] key, byte[] iv, byte[] in, byte[] associated)
            throws InvalidCipherTextException {
        if (associated.length > 0) {
            throw new IllegalArgumentException("CBC authenticates nothing");
        }
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()), new PKCS7Padding());
        cipher.init(encrypts, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int written = cipher.processBytes(in, 0, in.length, out, 0);
        return Arrays.copyOf(out, written + cipher.doFinal(out, written));
    }
}

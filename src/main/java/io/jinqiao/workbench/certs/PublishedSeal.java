package io.jinqiao.workbench.certs;

import io.jinqiao.signing.Envelope;
import io.jinqiao.signing.EnvelopeProfile.Order;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.ParametersWithRandom;

/** Digital envelopes for the published SM2 key, SM4-CBC, the wrapped key in the agreed order. Uses Bouncy Castle itself, as {@link PublishedKey} does. */
public final class PublishedSeal {
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublishedSeal() {}

    public static Envelope seal(Order order, byte[] plain) {
        byte[] key = random();
        byte[] iv = random();
        SM2Engine engine = new SM2Engine(mode(order));
        engine.init(true, new ParametersWithRandom(PublishedKey.publicKey(), RANDOM));
        try {
            return new Envelope(engine.processBlock(key, 0, key.length), iv, sm4(true, key, iv, plain));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] open(Order order, Envelope sealed) {
        SM2Engine engine = new SM2Engine(mode(order));
        engine.init(false, PublishedKey.privateKey());
        try {
            byte[] key = engine.processBlock(sealed.wrappedKey(), 0, sealed.wrappedKey().length);
            return sm4(false, key, sealed.iv(), sealed.ciphertext());
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sm4(boolean encrypts, byte[] key, byte[] iv, byte[] in) throws InvalidCipherTextException {
        PaddedBufferedBlockCipher cipher =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SM4Engine()), new PKCS7Padding());
        cipher.init(encrypts, new ParametersWithIV(new KeyParameter(key), iv));
        byte[] out = new byte[cipher.getOutputSize(in.length)];
        int written = cipher.processBytes(in, 0, in.length, out, 0);
        return java.util.Arrays.copyOf(out, written + cipher.doFinal(out, written));
    }

    private static SM2Engine.Mode mode(Order order) {
        return order == Order.C1C3C2 ? SM2Engine.Mode.C1C3C2 : SM2Engine.Mode.C1C2C3;
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}

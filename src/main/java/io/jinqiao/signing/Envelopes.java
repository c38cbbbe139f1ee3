package io.jinqiao.signing;

import static java.util.Objects.requireNonNull;

import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.algorithm.SigningKey;
import io.jinqiao.signing.algorithm.VerifyingKey;
import io.jinqiao.signing.envelope.Sm2Wrapping;
import io.jinqiao.signing.envelope.Sm4;
import io.jinqiao.signing.envelope.Unreadable;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** Digital envelopes: a fresh SM4 key for each message, wrapped for an SM2 key. Whether the recipient is believed is {@link Trust}'s question. */
public final class Envelopes {
    private static final int KEY_BYTES = 16;

    private final SecureRandom random;

    public Envelopes(SecureRandom random) {
        this.random = random;
    }

    /**
     * @param recipient certificate of an SM2 encryption key
     * @param associated bytes that are authenticated but not encrypted; GCM only, else empty
     */
    public Envelope seal(EnvelopeProfile profile, X509Certificate recipient, byte[] plain, byte[] associated) {
        byte[] key = randomBytes(KEY_BYTES);
        byte[] iv = randomBytes(Sm4.ivBytes(profile.mode()));
        byte[] ciphertext = Sm4.encrypt(profile.mode(), key, iv, plain, associated);
        return new Envelope(Sm2Wrapping.wrap(profile, point(recipient), key, random), iv, ciphertext);
    }

    /**
     * @param own our key the envelope was made for
     * @throws EnvelopeFailure for whatever reason, always the same
     */
    public byte[] open(EnvelopeProfile profile, Keys.Entry own, Envelope envelope, byte[] associated)
            throws EnvelopeFailure {
        SigningKey key = SigningKey.of(
                own.privateKey(),
                VerifyingKey.of(own.certificate().getPublicKey().getEncoded()));
        if (key.algorithm() != Algorithm.SM2_SM3) {
            throw new IllegalArgumentException("an envelope is opened with an SM2 key: " + own.alias());
        }
        try {
            byte[] unwrapped = Sm2Wrapping.unwrap(profile, requireNonNull(key.scalar()), envelope.wrappedKey());
            if (unwrapped.length != KEY_BYTES) {
                throw new EnvelopeFailure();
            }
            return Sm4.decrypt(profile.mode(), unwrapped, envelope.iv(), envelope.ciphertext(), associated);
        } catch (Unreadable e) {
            throw new EnvelopeFailure();
        }
    }

    private static ECPublicKeyParameters point(X509Certificate recipient) {
        VerifyingKey key = VerifyingKey.of(recipient.getPublicKey().getEncoded());
        if (key.algorithm() != Algorithm.SM2_SM3) {
            throw new IllegalArgumentException("an envelope is sealed for an SM2 key");
        }
        return requireNonNull(key.point());
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

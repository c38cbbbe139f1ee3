package io.jinqiao.signing.algorithm;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.SigningProfile;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The primitives as the {@link SelfTest} sees them, so that broken ones can be put in their place. Verified signatures of curves are DER. */
interface Primitives {
    byte[] sm3(byte[] input);

    /** One block. */
    byte[] sm4(byte[] key, byte[] block);

    /** @return r ‖ s */
    byte[] sm2Sign(ECPrivateKeyParameters key, byte[] digest, SecureRandom random);

    boolean sm2(ECPublicKeyParameters key, byte[] input, byte[] der);

    boolean ecdsa(ECPublicKeyParameters key, byte[] input, byte[] der);

    boolean rsa(RSAPublicKey key, byte[] input, byte[] signature);

    /** The ones this room works with. */
    static Primitives ours() {
        Sm2 sm2 = new Sm2(new Sm2Signers(new SecureRandom()));
        return new Primitives() {
            @Override
            public byte[] sm3(byte[] input) {
                return Sm2.sm3(input);
            }

            @Override
            public byte[] sm4(byte[] key, byte[] block) {
                SM4Engine engine = new SM4Engine();
                engine.init(true, new KeyParameter(key));
                byte[] out = new byte[block.length];
                engine.processBlock(block, 0, out, 0);
                return out;
            }

            @Override
            public byte[] sm2Sign(ECPrivateKeyParameters key, byte[] digest, SecureRandom random) {
                return new Sm2(new Sm2Signers(random)).signDigest(key, digest);
            }

            @Override
            public boolean sm2(ECPublicKeyParameters key, byte[] input, byte[] der) {
                return strict(() -> sm2.verifies(
                        key,
                        SigningProfile.DEFAULT_USER_ID,
                        input,
                        SignaturePair.ofDer(der).raw()));
            }

            @Override
            public boolean ecdsa(ECPublicKeyParameters key, byte[] input, byte[] der) {
                return strict(() -> Ecdsa.verifies(key, Digest.of(input).bytes(), SignaturePair.ofDer(der)));
            }

            @Override
            public boolean rsa(RSAPublicKey key, byte[] input, byte[] signature) {
                return strict(() -> Rsa.verifies(key, input, signature));
            }
        };
    }

    /** A check that may find the signature malformed. */
    @FunctionalInterface
    interface Check {
        boolean passes() throws MalformedSignature;
    }

    private static boolean strict(Check check) {
        try {
            return check.passes();
        } catch (MalformedSignature e) {
            return false;
        }
    }
}

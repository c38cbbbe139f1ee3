package io.jinqiao.signing.algorithm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/** SM2 signatures with SM3 (GB/T 32918.2). Signatures here are raw: r ‖ s, 64 bytes. */
public final class Sm2 {
    private final Sm2Signers signers;

    public Sm2(Sm2Signers signers) {
        this.signers = signers;
    }

    public byte[] sign(ECPrivateKeyParameters key, String userId, byte[] input) {
        return signers.with(key, userId, signer -> {
            signer.update(input, 0, input.length);
            return generate(signer);
        });
    }

    /** @param signature r ‖ s; r, s or r + s outside the range of the curve verify as false */
    public boolean verifies(ECPublicKeyParameters key, String userId, byte[] input, byte[] signature) {
        return signers.with(key, userId, signer -> {
            signer.update(input, 0, input.length);
            return signer.verifySignature(signature);
        });
    }

    /** @param e SM3(Z ‖ M), 32 bytes, computed elsewhere */
    public byte[] signDigest(ECPrivateKeyParameters key, byte[] e) {
        return signers.withGiven(key, e, Sm2::generate);
    }

    /** e = SM3(Z ‖ M). */
    public static byte[] digest(ECPublicKeyParameters key, String userId, byte[] input) {
        return sm3(identity(key, userId), input);
    }

    /** Z = SM3(ENTL ‖ ID ‖ a ‖ b ‖ xG ‖ yG ‖ xA ‖ yA). */
    public static byte[] identity(ECPublicKeyParameters key, String userId) {
        byte[] id = userId.getBytes(StandardCharsets.UTF_8);
        int bits = id.length * 8;
        ECPoint generator = key.getParameters().getG();
        ECPoint point = key.getQ().normalize();
        return sm3(
                new byte[] {(byte) (bits >> 8), (byte) bits},
                id,
                bytes(key.getParameters().getCurve().getA()),
                bytes(key.getParameters().getCurve().getB()),
                bytes(generator.getAffineXCoord()),
                bytes(generator.getAffineYCoord()),
                bytes(point.getAffineXCoord()),
                bytes(point.getAffineYCoord()));
    }

    public static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        Arrays.stream(parts).forEach(part -> digest.update(part, 0, part.length));
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    private static byte[] bytes(ECFieldElement element) {
        return element.getEncoded();
    }

    private static byte[] generate(SM2Signer signer) {
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 could not sign", e);
        }
    }
}

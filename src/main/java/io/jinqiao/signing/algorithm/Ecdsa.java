package io.jinqiao.signing.algorithm;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** ECDSA over P-256 on digests made with SHA-256; k after RFC 6979, so signing needs no randomness. */
public final class Ecdsa {
    private Ecdsa() {}

    /** @param digest 32 bytes */
    public static SignaturePair signDigest(ECPrivateKeyParameters key, byte[] digest) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] pair = signer.generateSignature(digest);
        return new SignaturePair(pair[0], pair[1]);
    }

    /** Numbers outside the range of the curve verify as false. */
    public static boolean verifies(ECPublicKeyParameters key, byte[] digest, SignaturePair signature) {
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, key);
        return signer.verifySignature(digest, signature.r(), signature.s());
    }
}

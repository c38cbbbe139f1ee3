package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.Sm2;
import io.jinqiao.signing.algorithm.VerifyingKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** e = SM3(Z ‖ M) with the default user id: what a security module is given to sign when it does not see the message. */
public final class Sm2MessageDigest {
    private final ECPublicKeyParameters point;

    /** @throws IllegalArgumentException when the certificate's key is not SM2 */
    public Sm2MessageDigest(X509Certificate signer) {
        VerifyingKey key = VerifyingKey.of(signer.getPublicKey().getEncoded());
        if (key.algorithm() != SigningProfile.Algorithm.SM2_SM3 || key.point() == null) {
            throw new IllegalArgumentException("an SM2 certificate is needed");
        }
        this.point = key.point();
    }

    /** @return 32 bytes */
    public byte[] of(byte[] message) {
        return Sm2.digest(point, SigningProfile.DEFAULT_USER_ID, message);
    }
}

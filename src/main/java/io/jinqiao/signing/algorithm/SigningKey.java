package io.jinqiao.signing.algorithm;

import io.jinqiao.signing.SigningProfile.Algorithm;
import java.security.PrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A private key parsed once, with its public half.
 *
 * @param scalar for SM2 and ECDSA, else null
 * @param rsa for RSA, else null
 */
public record SigningKey(
        VerifyingKey publicHalf, @Nullable ECPrivateKeyParameters scalar, @Nullable PrivateKey rsa) {

    /** @throws IllegalArgumentException when the private key is of another kind than the public one, or cannot be used here */
    public static SigningKey of(PrivateKey privateKey, VerifyingKey publicHalf) {
        if (privateKey.getEncoded() == null && publicHalf.algorithm() != Algorithm.RSA_SHA256) {
            throw new IllegalArgumentException("only RSA signs inside a module; use signDigest of the module's own interface");
        }
        return switch (publicHalf.algorithm()) {
            case SM2_SM3 -> new SigningKey(publicHalf, Curve.SM2.privateKey(privateKey.getEncoded()), null);
            case ECDSA_P256 -> new SigningKey(publicHalf, Curve.P256.privateKey(privateKey.getEncoded()), null);
            case RSA_SHA256 -> new SigningKey(publicHalf, null, privateKey);
            case RSA_SHA1_MD5, CHANNEL -> throw new IllegalArgumentException("no key is of this kind");
        };
    }

    public Algorithm algorithm() {
        return publicHalf.algorithm();
    }
}

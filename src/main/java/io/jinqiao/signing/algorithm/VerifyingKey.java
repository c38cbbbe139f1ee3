package io.jinqiao.signing.algorithm;

import io.jinqiao.signing.SigningProfile.Algorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A public key parsed once, ready for its one algorithm.
 *
 * @param point for SM2 and ECDSA, else null
 * @param rsa for RSA, else null
 */
public record VerifyingKey(Algorithm algorithm, @Nullable ECPublicKeyParameters point, @Nullable RSAPublicKey rsa) {
    private static final int SHORTEST_MODULUS = 2048;

    /**
     * @param subjectPublicKeyInfo DER
     * @throws IllegalArgumentException when the key is neither SM2, P-256 nor RSA of at least 2048 bits, or not well formed
     */
    public static VerifyingKey of(byte[] subjectPublicKeyInfo) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo);
        return Curve.of(info)
                .map(curve -> new VerifyingKey(algorithm(curve), curve.publicKey(info), null))
                .orElseGet(() -> new VerifyingKey(Algorithm.RSA_SHA256, null, rsa(subjectPublicKeyInfo)));
    }

    static Algorithm algorithm(Curve curve) {
        return curve == Curve.SM2 ? Algorithm.SM2_SM3 : Algorithm.ECDSA_P256;
    }

    private static RSAPublicKey rsa(byte[] subjectPublicKeyInfo) {
        try {
            RSAPublicKey key = (RSAPublicKey)
                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            if (key.getModulus().bitLength() < SHORTEST_MODULUS) {
                throw new IllegalArgumentException("an RSA key needs at least " + SHORTEST_MODULUS + " bits");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("neither an SM2, a P-256 nor an RSA key", e);
        }
    }
}

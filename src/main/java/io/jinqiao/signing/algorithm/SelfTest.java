package io.jinqiao.signing.algorithm;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.test.FixedSecureRandom;

/** Known answers and the negative set, asked at every start: a provider that verifies garbage must never see a message. */
public final class SelfTest {
    private final Primitives primitives;

    SelfTest(Primitives primitives) {
        this.primitives = primitives;
    }

    public static SelfTest ofThisHouse() {
        return new SelfTest(Primitives.ours());
    }

    /** @throws IllegalStateException naming every case that came out wrong */
    public void require() {
        List<String> wrong = failures();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("signature self-test failed, refusing to start: " + String.join("; ", wrong));
        }
    }

    List<String> failures() {
        List<String> wrong = new ArrayList<>();
        digests(wrong);
        sm2(wrong);
        ecdsa(wrong);
        rsa(wrong);
        return wrong;
    }

    private void digests(List<String> wrong) {
        expect(wrong, "SM3", Arrays.equals(Vectors.SM3_ABC, primitives.sm3(new byte[] {'a', 'b', 'c'})));
        expect(wrong, "SM4", Arrays.equals(Vectors.SM4_BLOCK, primitives.sm4(Vectors.SM4_KEY, Vectors.SM4_KEY)));
    }

    private void sm2(List<String> wrong) {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(Vectors.SM2_D, Curve.SM2.domain());
        byte[] signature = primitives.sm2Sign(key, Vectors.SM2_E, new FixedSecureRandom(Vectors.SM2_K));
        expect(wrong, "SM2 sign", Arrays.equals(Vectors.SM2_SIGNATURE.raw(), signature));
        ECPublicKeyParameters point = point(Curve.SM2, Vectors.SM2_POINT);
        judge(wrong, "SM2", Curve.SM2.order(), Vectors.SM2_SIGNATURE, der -> primitives.sm2(point, Vectors.MESSAGE, der));
        expect(
                wrong,
                "SM2 other message",
                !primitives.sm2(point, Vectors.P256_MESSAGE, Vectors.SM2_SIGNATURE.der()));
    }

    private void ecdsa(List<String> wrong) {
        ECPublicKeyParameters point = point(Curve.P256, Vectors.P256_POINT);
        judge(
                wrong,
                "ECDSA",
                Curve.P256.order(),
                Vectors.P256_SIGNATURE,
                der -> primitives.ecdsa(point, Vectors.P256_MESSAGE, der));
        expect(
                wrong,
                "ECDSA other message",
                !primitives.ecdsa(point, Vectors.MESSAGE, Vectors.P256_SIGNATURE.der()));
    }

    private void rsa(List<String> wrong) {
        var key = Objects.requireNonNull(
                VerifyingKey.of(Base64.getDecoder().decode(Vectors.RSA_KEY)).rsa());
        byte[] good = Base64.getDecoder().decode(Vectors.RSA_SIGNATURE);
        expect(wrong, "RSA good", primitives.rsa(key, Vectors.MESSAGE, good));
        expect(wrong, "RSA other message", !primitives.rsa(key, Vectors.P256_MESSAGE, good));
        expect(wrong, "RSA empty", !primitives.rsa(key, Vectors.MESSAGE, new byte[0]));
        expect(wrong, "RSA zero", !primitives.rsa(key, Vectors.MESSAGE, new byte[good.length]));
        expect(wrong, "RSA truncated", !primitives.rsa(key, Vectors.MESSAGE, Arrays.copyOf(good, good.length - 1)));
        expect(wrong, "RSA trailing byte", !primitives.rsa(key, Vectors.MESSAGE, Arrays.copyOf(good, good.length + 1)));
        byte[] plusModulus = new BigInteger(1, good).add(key.getModulus()).toByteArray();
        expect(wrong, "RSA signature + modulus", !primitives.rsa(key, Vectors.MESSAGE, plusModulus));
    }

    private static void judge(
            List<String> wrong,
            String algorithm,
            BigInteger order,
            SignaturePair good,
            Predicate<byte[]> verifies) {
        expect(wrong, algorithm + " good", verifies.test(good.der()));
        NegativeSet.of(good, order)
                .forEach((name, bytes) -> expect(wrong, algorithm + " " + name, !verifies.test(bytes)));
    }

    private static ECPublicKeyParameters point(Curve curve, byte[] encoded) {
        return new ECPublicKeyParameters(curve.domain().getCurve().decodePoint(encoded), curve.domain());
    }

    private static void expect(List<String> wrong, String name, boolean holds) {
        if (!holds) {
            wrong.add(name);
        }
    }
}

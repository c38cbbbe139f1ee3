package io.jinqiao.workbench.simulate.bank;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * Signatures (GB/T 32918.2) and key wrapping (GB/T 32918.4) on the curve of GB/T 32918.5, written out from the standard: of the library only
 * the curve's points and the digest SM3 are used.
 */
public final class Sm2 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");
    private static final BigInteger N = CURVE.getN();
    private static final int WIDTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sm2() {}

    static ECPoint point(byte[] encoded) {
        return CURVE.getCurve().decodePoint(encoded);
    }

    /** @return r and s, 32 bytes each */
    static byte[] sign(BigInteger key, String userId, byte[] input) {
        BigInteger e = new BigInteger(1, digest(userId, multiplied(key), input));
        while (true) {
            BigInteger k = scalar();
            BigInteger r = e.add(x(multiplied(k))).mod(N);
            BigInteger s = key.add(BigInteger.ONE).modInverse(N).multiply(k.subtract(r.multiply(key))).mod(N);
            if (r.signum() != 0 && s.signum() != 0 && !r.add(k).equals(N)) {
                return joined(wide(r), wide(s));
            }
        }
    }

    /** @return SM2 signature as DER writes it: a sequence of r and s */
    static byte[] signDer(BigInteger key, byte[] input) {
        byte[] signature = sign(key, "1234567812345678", input);
        return Tlv.sequence(
                Tlv.integer(new BigInteger(1, Arrays.copyOf(signature, WIDTH))),
                Tlv.integer(new BigInteger(1, Arrays.copyOfRange(signature, WIDTH, 2 * WIDTH))));
    }

    static boolean verifies(ECPoint key, String userId, byte[] input, byte[] signature) {
        if (signature.length != 2 * WIDTH) {
            return false;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, WIDTH));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, WIDTH, 2 * WIDTH));
        BigInteger t = r.add(s).mod(N);
        if (!inside(r) || !inside(s) || t.signum() == 0) {
            return false;
        }
        BigInteger e = new BigInteger(1, digest(userId, key, input));
        ECPoint point = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), s, key, t).normalize();
        return !point.isInfinity() && e.add(x(point)).mod(N).equals(r);
    }

    /** @return C1 with its leading 04, then C2 and C3: the order of the bank's public client */
    static byte[] wrap(ECPoint recipient, byte[] plain) {
        BigInteger k = scalar();
        ECPoint shared = recipient.multiply(k).normalize();
        byte[] c2 = masked(shared, plain);
        return joined(multiplied(k).getEncoded(false), c2, check(shared, plain));
    }

    /** @throws IllegalArgumentException when it is not for this key, or in another order */
    static byte[] unwrap(BigInteger key, byte[] wrapped) {
        int head = 2 * WIDTH + 1;
        if (wrapped.length <= head + WIDTH || wrapped[0] != 4) {
            throw new IllegalArgumentException("no SM2 ciphertext that begins with 04");
        }
        ECPoint shared = point(Arrays.copyOf(wrapped, head)).multiply(key).normalize();
        byte[] plain = masked(shared, Arrays.copyOfRange(wrapped, head, wrapped.length - WIDTH));
        if (!Arrays.equals(check(shared, plain), Arrays.copyOfRange(wrapped, wrapped.length - WIDTH, wrapped.length))) {
            throw new IllegalArgumentException("C3 does not fit: another key, or another order than C1C2C3");
        }
        return plain;
    }

    private static byte[] check(ECPoint shared, byte[] plain) {
        return sm3(wide(x(shared)), plain, wide(y(shared)));
    }

    private static byte[] masked(ECPoint shared, byte[] text) {
        byte[] result = text.clone();
        for (int at = 0, counter = 1; at < text.length; counter++) {
            byte[] block = sm3(wide(x(shared)), wide(y(shared)), new byte[] {0, 0, 0, (byte) counter});
            for (int i = 0; i < block.length && at < text.length; i++, at++) {
                result[at] ^= block[i];
            }
        }
        return result;
    }

    /** SM3 over Z and the input; Z binds the user id (its length in bits first), the curve and the key. */
    private static byte[] digest(String userId, ECPoint key, byte[] input) {
        byte[] id = userId.getBytes(StandardCharsets.UTF_8);
        int bits = id.length * 8;
        byte[] z = sm3(
                new byte[] {(byte) (bits >> 8), (byte) bits},
                id,
                CURVE.getCurve().getA().getEncoded(),
                CURVE.getCurve().getB().getEncoded(),
                wide(x(CURVE.getG())),
                wide(y(CURVE.getG())),
                wide(x(key.normalize())),
                wide(y(key.normalize())));
        return sm3(z, input);
    }

    private static ECPoint multiplied(BigInteger k) {
        return new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
    }

    private static BigInteger scalar() {
        BigInteger k;
        do {
            k = new BigInteger(N.bitLength(), RANDOM);
        } while (!inside(k));
        return k;
    }

    private static boolean inside(BigInteger value) {
        return value.signum() > 0 && value.compareTo(N) < 0;
    }

    private static BigInteger x(ECPoint point) {
        return point.getAffineXCoord().toBigInteger();
    }

    private static BigInteger y(ECPoint point) {
        return point.getAffineYCoord().toBigInteger();
    }

    private static byte[] wide(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] wide = new byte[WIDTH];
        int length = Math.min(bytes.length, WIDTH);
        System.arraycopy(bytes, bytes.length - length, wide, WIDTH - length, length);
        return wide;
    }

    public static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] out = new byte[WIDTH];
        digest.doFinal(out, 0);
        return out;
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(p -> p.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}

package io.jinqiao.signing.algorithm;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * The two numbers of an SM2 or ECDSA signature over a 256-bit curve, and their two written forms. Reading is strict: one value has exactly
 * one spelling. Whether the numbers lie in the range of the curve is the algorithm's question.
 */
public record SignaturePair(BigInteger r, BigInteger s) {
    private static final int WIDTH = 32;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** @throws MalformedSignature unless exactly 64 bytes */
    public static SignaturePair ofRaw(byte[] raw) throws MalformedSignature {
        if (raw.length != 2 * WIDTH) {
            throw new MalformedSignature("expected " + 2 * WIDTH + " bytes, got " + raw.length);
        }
        return new SignaturePair(
                BigIntegers.fromUnsignedByteArray(raw, 0, WIDTH), BigIntegers.fromUnsignedByteArray(raw, WIDTH, WIDTH));
    }

    /** @throws MalformedSignature unless strict DER of two non-negative integers of at most 256 bits, with nothing before or after */
    public static SignaturePair ofDer(byte[] der) throws MalformedSignature {
        if (der.length < 2 || (der[0] & 0xff) != SEQUENCE || (der[1] & 0xff) != der.length - 2) {
            throw new MalformedSignature("no DER SEQUENCE over the whole signature");
        }
        int second = 2 + lengthOfInteger(der, 2);
        int end = second + lengthOfInteger(der, second);
        if (end != der.length) {
            throw new MalformedSignature("bytes after the second INTEGER");
        }
        return new SignaturePair(integer(der, 2, second), integer(der, second, end));
    }

    /** r and s, 32 bytes each. */
    public byte[] raw() {
        byte[] raw = new byte[2 * WIDTH];
        BigIntegers.asUnsignedByteArray(r, raw, 0, WIDTH);
        BigIntegers.asUnsignedByteArray(s, raw, WIDTH, WIDTH);
        return raw;
    }

    public byte[] der() {
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        byte[] der = new byte[6 + first.length + second.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        put(der, 2, first);
        put(der, 4 + first.length, second);
        return der;
    }

    private static void put(byte[] der, int at, byte[] value) {
        der[at] = INTEGER;
        der[at + 1] = (byte) value.length;
        System.arraycopy(value, 0, der, at + 2, value.length);
    }

    private static BigInteger integer(byte[] der, int from, int to) {
        return new BigInteger(Arrays.copyOfRange(der, from + 2, to));
    }

    /** Bytes of the INTEGER at {@code at}, head included, after checking that it is written in the one allowed way. */
    private static int lengthOfInteger(byte[] der, int at) throws MalformedSignature {
        if (at + 2 > der.length || der[at] != INTEGER) {
            throw new MalformedSignature("no INTEGER at byte " + at);
        }
        int length = der[at + 1];
        if (length < 1 || length > WIDTH + 1 || at + 2 + length > der.length) {
            throw new MalformedSignature("length of the INTEGER at byte " + at);
        }
        int first = der[at + 2];
        if (first < 0) {
            throw new MalformedSignature("negative INTEGER at byte " + at);
        }
        boolean padded = length > 1 && first == 0;
        if (padded && der[at + 3] >= 0) {
            throw new MalformedSignature("needless leading zero at byte " + at);
        }
        if (length > WIDTH && !padded) {
            throw new MalformedSignature("INTEGER above 256 bits at byte " + at);
        }
        return 2 + length;
    }
}

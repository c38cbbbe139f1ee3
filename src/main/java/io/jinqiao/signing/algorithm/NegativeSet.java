package io.jinqiao.signing.algorithm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;

/**
 * Spellings and numbers that are no signature, made from one that is. Providers were seen to accept some of them (garbage, truncated DER,
 * a trailing byte, the raw form, a long-form length, a negative r).
 */
final class NegativeSet {
    private NegativeSet() {}

    /** Name of the case → bytes offered where DER is agreed. */
    static Map<String, byte[]> of(SignaturePair good, BigInteger n) {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        numbers(cases, good.r(), good.s(), n);
        spellings(cases, good);
        return cases;
    }

    private static void numbers(Map<String, byte[]> cases, BigInteger r, BigInteger s, BigInteger n) {
        BigInteger zero = BigInteger.ZERO;
        cases.put("r = s = 0", der(zero, zero));
        cases.put("r = 0", der(zero, s));
        cases.put("s = 0", der(r, zero));
        cases.put("r = n", der(n, s));
        cases.put("s = n", der(r, n));
        cases.put("r + n", der(r.add(n), s));
        cases.put("s + n", der(r, s.add(n)));
        cases.put("negative r", der(r.subtract(n), s));
        cases.put("negative s", der(r, s.subtract(n)));
        cases.put("r + s = n", der(r, n.subtract(r)));
        cases.put("r and s changed places", der(s, r));
        cases.put("5000-bit integer", der(r, BigInteger.ONE.shiftLeft(5000).add(s)));
    }

    private static void spellings(Map<String, byte[]> cases, SignaturePair good) {
        byte[] der = good.der();
        cases.put("empty", new byte[0]);
        cases.put("three garbage bytes", new byte[] {1, 2, 3});
        cases.put("truncated", Arrays.copyOf(der, der.length - 1));
        cases.put("trailing byte", Arrays.copyOf(der, der.length + 1));
        cases.put("raw where DER is agreed", good.raw());
        cases.put("long-form length", longForm(der));
        cases.put("indefinite length", indefinite(der));
        cases.put("leading zero too many", padded(good));
        cases.put("leading zero missing", unsigned(good));
        cases.put("SET instead of SEQUENCE", withByte(der, 0, 0x31));
        cases.put("BIT STRING instead of INTEGER", withByte(der, 2, 0x03));
    }

    /** As any encoder writes it, whatever the numbers. */
    private static byte[] der(BigInteger r, BigInteger s) {
        try {
            return new DERSequence(new ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)}).getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("nothing here is streamed", e);
        }
    }

    private static byte[] longForm(byte[] der) {
        return join(new byte[] {0x30, (byte) 0x81, der[1]}, Arrays.copyOfRange(der, 2, der.length));
    }

    private static byte[] indefinite(byte[] der) {
        return join(new byte[] {0x30, (byte) 0x80}, Arrays.copyOfRange(der, 2, der.length), new byte[2]);
    }

    private static byte[] padded(SignaturePair good) {
        return sequence(join(integer(join(new byte[1], good.r().toByteArray())), integer(good.s().toByteArray())));
    }

    /** Both numbers without the zero that keeps them positive; the vectors' numbers have their top bit set. */
    private static byte[] unsigned(SignaturePair good) {
        byte[] raw = good.raw();
        return sequence(join(integer(Arrays.copyOf(raw, 32)), integer(Arrays.copyOfRange(raw, 32, 64))));
    }

    private static byte[] withByte(byte[] der, int at, int value) {
        byte[] changed = der.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] integer(byte[] value) {
        return tagged(0x02, value);
    }

    private static byte[] sequence(byte[] content) {
        return tagged(0x30, content);
    }

    /** @param content at most 127 bytes */
    private static byte[] tagged(int tag, byte[] content) {
        return join(new byte[] {(byte) tag, (byte) content.length}, content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}

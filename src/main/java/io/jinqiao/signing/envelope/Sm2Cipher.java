package io.jinqiao.signing.envelope;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/** GM/T 0009: SM2Cipher ::= SEQUENCE { x INTEGER, y INTEGER, hash OCTET STRING (32), cipherText OCTET STRING }. */
record Sm2Cipher(BigInteger x, BigInteger y, byte[] hash, byte[] cipherText) {
    private static final int WIDTH = 32;

    /** @param parts 04 ‖ x ‖ y ‖ C3 ‖ C2 */
    static Sm2Cipher ofParts(byte[] parts) {
        return new Sm2Cipher(
                BigIntegers.fromUnsignedByteArray(parts, 1, WIDTH),
                BigIntegers.fromUnsignedByteArray(parts, 1 + WIDTH, WIDTH),
                Arrays.copyOfRange(parts, 1 + 2 * WIDTH, 1 + 3 * WIDTH),
                Arrays.copyOfRange(parts, 1 + 3 * WIDTH, parts.length));
    }

    /** @throws Unreadable unless strict DER with a point and a hash of the right size */
    static Sm2Cipher ofDer(byte[] der) throws Unreadable {
        try {
            ASN1Sequence sequence = ASN1Sequence.getInstance(der);
            Sm2Cipher cipher = new Sm2Cipher(
                    ASN1Integer.getInstance(sequence.getObjectAt(0)).getValue(),
                    ASN1Integer.getInstance(sequence.getObjectAt(1)).getValue(),
                    ASN1OctetString.getInstance(sequence.getObjectAt(2)).getOctets(),
                    ASN1OctetString.getInstance(sequence.getObjectAt(3)).getOctets());
            if (cipher.hash.length == WIDTH && Arrays.equals(der, cipher.der())) {
                return cipher;
            }
        } catch (RuntimeException e) {
            // told below, without a reason
        }
        throw new Unreadable();
    }

    byte[] der() {
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new ASN1Integer(x), new ASN1Integer(y), new DEROctetString(hash), new DEROctetString(cipherText)
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("nothing here is streamed", e);
        }
    }

    byte[] parts() {
        byte[] parts = new byte[1 + 3 * WIDTH + cipherText.length];
        parts[0] = 4;
        BigIntegers.asUnsignedByteArray(x, parts, 1, WIDTH);
        BigIntegers.asUnsignedByteArray(y, parts, 1 + WIDTH, WIDTH);
        System.arraycopy(hash, 0, parts, 1 + 2 * WIDTH, WIDTH);
        System.arraycopy(cipherText, 0, parts, 1 + 3 * WIDTH, cipherText.length);
        return parts;
    }
}

package io.jinqiao.opinion.ses;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** One value, one spelling: what was read is written again and must give the same bytes. */
final class Der {
    private Der() {}

    /** What a record of this package is read with. */
    interface Reading<T> {
        T read(Elements elements) throws MalformedSeal;
    }

    static <T> T read(byte[] der, int largest, String path, Reading<T> reading, Writing<T> writing) throws MalformedSeal {
        if (der.length > largest) {
            throw new MalformedSeal(Reason.TOO_LARGE, path, der.length + " bytes, at most " + largest);
        }
        DerShape.check(der, path);
        T value;
        try {
            value = reading.read(Elements.of(path, ASN1Primitive.fromByteArray(der)));
        } catch (IOException | RuntimeException e) { // the parser has many words for one thing
            throw new MalformedSeal(Reason.WRONG_STRUCTURE, path, String.valueOf(e.getMessage()));
        }
        if (!Arrays.equals(der, bytes(writing.write(value)))) {
            throw new MalformedSeal(Reason.NOT_DER, path, "not the one spelling of DER");
        }
        return value;
    }

    /** What a record of this package is written as. */
    interface Writing<T> {
        ASN1Encodable write(T value);
    }

    static byte[] bytes(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DERSequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    static DERSequence sequence(List<? extends ASN1Encodable> elements) {
        return new DERSequence(elements.toArray(ASN1Encodable[]::new));
    }

    /** The fixed elements and, where there is one, the last in {@code [0] EXPLICIT}. */
    static DERSequence sequence(List<? extends ASN1Encodable> elements, List<? extends ASN1Encodable> optional) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        elements.forEach(vector::add);
        optional.forEach(last -> vector.add(new DERTaggedObject(true, 0, last)));
        return new DERSequence(vector);
    }

    static DEROctetString octets(Octets value) {
        return new DEROctetString(value.bytes());
    }

    static DERBitString bits(Octets value) {
        return new DERBitString(value.bytes());
    }

    static DERGeneralizedTime time(Instant instant) {
        return new DERGeneralizedTime(Texts.generalizedTime(instant));
    }
}

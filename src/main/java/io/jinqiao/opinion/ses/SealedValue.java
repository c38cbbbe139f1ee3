package io.jinqiao.opinion.ses;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import io.jinqiao.signing.CertificateFiles;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.jspecify.annotations.Nullable;

/**
 * A sealed value (SES_Signature, version 4): what {@code SignedValue.dat} holds.
 *
 * @param certificate DER of the certificate of whoever sealed
 * @param algorithm object identifier of the signature
 * @param signature over {@link ToSign#encoded()}: for SM2 the DER of r and s
 * @param timeStamp RFC 3161 token over the bytes of {@code signature}; null without one
 */
public record SealedValue(
        ToSign toSign, Octets certificate, String algorithm, Octets signature, @Nullable Octets timeStamp) {
    /** Bytes of a whole sealed value: the seal, the signature and a time-stamp. */
    public static final int LARGEST = Seal.LARGEST + (1 << 20);

    /** Whoever holds the key seals. */
    public static SealedValue made(ToSign toSign, SesKey signer) {
        return new SealedValue(
                toSign,
                Octets.of(CertificateFiles.der(signer.certificate())),
                SesKey.SM2_SM3,
                Octets.of(signer.sign(toSign.encoded())),
                null);
    }

    /** @param token DER of an RFC 3161 time-stamp token over {@link #signature()} */
    public SealedValue withTimeStamp(byte[] token) {
        return new SealedValue(toSign, certificate, algorithm, signature, Octets.of(token));
    }

    /** @throws MalformedSeal unless strict DER of a version 4 sealed value of at most {@link #LARGEST} bytes */
    public static SealedValue decode(byte[] der) throws MalformedSeal {
        return Der.read(der, LARGEST, "SES_Signature", SealedValue::read, SealedValue::asn1);
    }

    /** DER. */
    public byte[] encoded() {
        return Der.bytes(asn1());
    }

    private static SealedValue read(Elements fields) throws MalformedSeal {
        SealedValue read = new SealedValue(
                ToSign.read(fields.sequence("toSign")),
                fields.octets("cert"),
                fields.oid("signatureAlgID"),
                fields.bits("signature"),
                timeStamp(fields.tagged("timeStamp"), fields.path() + ".timeStamp"));
        fields.end();
        return read;
    }

    private static @Nullable Octets timeStamp(Optional<ASN1Encodable> tagged, String path) throws MalformedSeal {
        if (tagged.isEmpty()) {
            return null;
        }
        if (tagged.get().toASN1Primitive() instanceof ASN1BitString bits && bits.getPadBits() == 0) {
            return Octets.of(bits.getOctets());
        }
        throw new MalformedSeal(Reason.WRONG_STRUCTURE, path, "BIT STRING of whole bytes expected");
    }

    private DERSequence asn1() {
        return Der.sequence(
                List.of(
                        toSign.asn1(),
                        Der.octets(certificate),
                        new ASN1ObjectIdentifier(algorithm),
                        Der.bits(signature)),
                timeStamp == null ? List.of() : List.of(Der.bits(timeStamp)));
    }
}

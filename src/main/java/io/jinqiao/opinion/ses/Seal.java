package io.jinqiao.opinion.ses;

import io.jinqiao.signing.CertificateFiles;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;

/**
 * An electronic seal (SESeal, version 4): what {@code Seal.esl} holds.
 *
 * @param makerCertificate DER of the seal maker's certificate
 * @param algorithm object identifier of the maker's signature
 * @param signature of the maker over {@link SealInfo#encoded()}: for SM2 the DER of r and s
 */
public record Seal(SealInfo info, Octets makerCertificate, String algorithm, Octets signature) {
    /** Bytes of a whole seal; pictures of seals have some ten thousand. */
    public static final int LARGEST = 4 << 20;

    /** A seal maker makes a seal. */
    public static Seal made(SealInfo info, SesKey maker) {
        return new Seal(
                info,
                Octets.of(CertificateFiles.der(maker.certificate())),
                SesKey.SM2_SM3,
                Octets.of(maker.sign(info.encoded())));
    }

    /** @throws MalformedSeal unless strict DER of a version 4 seal of at most {@link #LARGEST} bytes */
    public static Seal decode(byte[] der) throws MalformedSeal {
        return Der.read(der, LARGEST, "SESeal", Seal::read, Seal::asn1);
    }

    /** DER. */
    public byte[] encoded() {
        return Der.bytes(asn1());
    }

    static Seal read(Elements fields) throws MalformedSeal {
        Seal read = new Seal(
                SealInfo.read(fields.sequence("eSealInfo")),
                fields.octets("cert"),
                fields.oid("signAlgID"),
                fields.bits("signedValue"));
        fields.end();
        return read;
    }

    DERSequence asn1() {
        return Der.sequence(
                info.asn1(), Der.octets(makerCertificate), new ASN1ObjectIdentifier(algorithm), Der.bits(signature));
    }
}

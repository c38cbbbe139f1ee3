package io.jinqiao.opinion.ses;

import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;

/**
 * What is signed when a document is sealed (TBS_Sign, version 4).
 *
 * @param time of the sealing, whole seconds
 * @param dataHash in OFD: SM3 of the bytes of Signature.xml
 * @param propertyInfo in OFD: absolute path of Signature.xml inside the package
 */
public record ToSign(Seal seal, Instant time, Octets dataHash, String propertyInfo, List<SealExtension> extensions) {
    public ToSign {
        Texts.requireSeconds(time);
        Texts.requireAscii(propertyInfo);
        extensions = List.copyOf(extensions);
    }

    /** DER: the bytes under the signature of whoever seals. */
    public byte[] encoded() {
        return Der.bytes(asn1());
    }

    static ToSign read(Elements fields) throws MalformedSeal {
        SealInfo.requireVersion(fields.number("version"), fields.path());
        Seal seal = Seal.read(fields.sequence("eseal"));
        Instant time = fields.time("timeInfo");
        Octets dataHash = fields.bits("dataHash");
        String propertyInfo = fields.ia5("propertyInfo");
        List<SealExtension> extensions = SealInfo.extensions(fields);
        fields.end();
        return new ToSign(seal, time, dataHash, propertyInfo, extensions);
    }

    DERSequence asn1() {
        return Der.sequence(
                List.of(
                        new ASN1Integer(SealInfo.VERSION),
                        seal.asn1(),
                        Der.time(time),
                        Der.bits(dataHash),
                        new DERIA5String(propertyInfo)),
                SealExtension.write(extensions));
    }
}

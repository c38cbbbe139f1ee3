package io.jinqiao.opinion.ses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;

/**
 * What a seal is (SES_ESPropertyInfo).
 *
 * @param type {@link #ORGANISATION} or {@link #PERSON}; others are read, not judged
 * @param name as it is registered
 * @param created whole seconds, as all times here
 * @param from first instant at which the seal may be used
 * @param to last instant at which the seal may be used
 */
public record SealProperty(int type, String name, SignerList signers, Instant created, Instant from, Instant to) {
    public static final int ORGANISATION = 1;
    public static final int PERSON = 2;

    public SealProperty {
        Texts.requireSeconds(created);
        Texts.requireSeconds(from);
        Texts.requireSeconds(to);
    }

    static SealProperty read(Elements fields) throws MalformedSeal {
        SealProperty read = new SealProperty(
                fields.number("type"),
                fields.utf8("name"),
                SignerList.read(fields),
                fields.time("createDate"),
                fields.time("validStart"),
                fields.time("validEnd"));
        fields.end();
        return read;
    }

    DERSequence asn1() {
        List<ASN1Encodable> fields = new ArrayList<>(List.of(new ASN1Integer(type), new DERUTF8String(name)));
        fields.addAll(signers.asn1());
        fields.addAll(List.of(Der.time(created), Der.time(from), Der.time(to)));
        return Der.sequence(fields);
    }
}

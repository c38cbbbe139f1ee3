package io.jinqiao.opinion.ses;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;

/**
 * A vendor's own data in a seal or in a sealed value (ExtData).
 *
 * @param id object identifier, dotted
 * @param critical whoever does not know it must refuse
 */
public record SealExtension(String id, boolean critical, Octets value) {
    static List<SealExtension> read(Elements list) throws MalformedSeal {
        List<SealExtension> read = new ArrayList<>();
        for (ASN1Encodable one : list.all()) {
            Elements fields = Elements.of(list.path() + "[" + read.size() + "]", one);
            read.add(new SealExtension(fields.oid("extnID"), fields.flag("critical"), fields.octets("extnValue")));
            fields.end();
        }
        return read;
    }

    /** Nothing at all when there are none: the field is optional. */
    static List<DERSequence> write(List<SealExtension> extensions) {
        return extensions.isEmpty()
                ? List.of()
                : List.of(Der.sequence(extensions.stream().map(SealExtension::asn1).toList()));
    }

    private DERSequence asn1() {
        List<ASN1Encodable> fields = new ArrayList<>();
        fields.add(new ASN1ObjectIdentifier(id));
        if (critical) {
            fields.add(ASN1Boolean.TRUE);
        }
        fields.add(Der.octets(value));
        return Der.sequence(fields);
    }
}

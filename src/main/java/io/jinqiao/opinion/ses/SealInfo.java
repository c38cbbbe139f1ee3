package io.jinqiao.opinion.ses;

import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;

/**
 * Everything of a seal that its maker signs (SES_SealInfo with its header, version 4).
 *
 * @param vendor of the seal (Vid), ASCII
 * @param sealId unique number of the seal (esID), ASCII
 */
public record SealInfo(
        String vendor, String sealId, SealProperty property, SealImage image, List<SealExtension> extensions) {
    /** The version this package reads and writes. */
    public static final int VERSION = 4;

    private static final String ELECTRONIC_SEAL = "ES";

    public SealInfo {
        Texts.requireAscii(vendor);
        Texts.requireAscii(sealId);
        extensions = List.copyOf(extensions);
    }

    /** DER: the bytes under the maker's signature. */
    public byte[] encoded() {
        return Der.bytes(asn1());
    }

    static SealInfo read(Elements fields) throws MalformedSeal {
        String vendor = vendor(fields.sequence("header"));
        String sealId = fields.ia5("esID");
        SealProperty property = SealProperty.read(fields.sequence("property"));
        SealImage image = SealImage.read(fields.sequence("picture"));
        List<SealExtension> extensions = extensions(fields);
        fields.end();
        return new SealInfo(vendor, sealId, property, image, extensions);
    }

    static List<SealExtension> extensions(Elements fields) throws MalformedSeal {
        var tagged = fields.tagged("extDatas");
        return tagged.isEmpty() ? List.of() : SealExtension.read(Elements.of(fields.path() + ".extDatas", tagged.get()));
    }

    private static String vendor(Elements header) throws MalformedSeal {
        if (!header.ia5("ID").equals(ELECTRONIC_SEAL)) {
            throw new MalformedSeal(MalformedSeal.Reason.WRONG_STRUCTURE, header.path() + ".ID", "ES expected");
        }
        requireVersion(header.number("version"), header.path());
        String vendor = header.ia5("Vid");
        header.end();
        return vendor;
    }

    static void requireVersion(int version, String path) throws MalformedSeal {
        if (version != VERSION) {
            throw new MalformedSeal(MalformedSeal.Reason.VERSION_UNKNOWN, path + ".version", String.valueOf(version));
        }
    }

    DERSequence asn1() {
        DERSequence header =
                Der.sequence(new DERIA5String(ELECTRONIC_SEAL), new ASN1Integer(VERSION), new DERIA5String(vendor));
        return Der.sequence(
                List.of(header, new DERIA5String(sealId), property.asn1(), image.asn1()), SealExtension.write(extensions));
    }
}

package io.jinqiao.opinion.ses;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;

/**
 * What readers draw where a document is sealed (SES_ESPictrueInfo).
 *
 * @param type PNG, SVG, OFD …
 * @param width mm
 * @param height mm
 */
public record SealImage(String type, Octets data, int width, int height) {
    public SealImage {
        Texts.requireAscii(type);
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a picture has a size");
        }
    }

    static SealImage read(Elements fields) throws MalformedSeal {
        SealImage read =
                new SealImage(fields.ia5("type"), fields.octets("data"), fields.number("width"), fields.number("height"));
        fields.end();
        return read;
    }

    DERSequence asn1() {
        return Der.sequence(
                new DERIA5String(type), Der.octets(data), new ASN1Integer(width), new ASN1Integer(height));
    }
}

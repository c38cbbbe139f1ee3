package io.jinqiao.opinion;

import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.seal.SealPicture;
import io.jinqiao.opinion.seal.SealPng;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SealImage;
import io.jinqiao.opinion.ses.SealInfo;
import io.jinqiao.opinion.ses.SealProperty;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SignerList;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a seal maker (制章单位) does, for development and tests: draws a sample seal and signs its data. A real seal comes from a licensed
 * maker; every seal made here says so in its picture.
 */
public final class SealMaking {
    private static final String VENDOR = "jinqiao-development";
    private static final int MILLIMETRES = (int) SealPicture.DIAMETER;

    private final Signing signing;
    private final Keys.Entry maker;
    private final Typeface typeface = Typeface.load();

    /** @param maker an SM2 key of {@code signing} */
    public SealMaking(Signing signing, Keys.Entry maker) {
        this.signing = signing;
        this.maker = maker;
    }

    /**
     * @param sealId unique number, ASCII
     * @param user whose key may use the seal
     * @param from first instant of its validity, which ends after {@code life}
     * @return DER of the SESeal
     */
    public byte[] sample(String sealId, String organisation, String purpose, X509Certificate user, Instant from, Duration life) {
        byte[] picture = SealPng.of(
                SealPicture.draw(new SealDesign(organisation, purpose, SealDesign.SAMPLE), typeface));
        Instant start = from.truncatedTo(ChronoUnit.SECONDS);
        SignerList users = new SignerList.Certificates(List.of(Octets.of(CertificateFiles.der(user))));
        SealProperty property = new SealProperty(
                SealProperty.ORGANISATION, organisation + purpose, users, start, start, start.plus(life.truncatedTo(ChronoUnit.SECONDS)));
        SealImage image = new SealImage("PNG", Octets.of(picture), MILLIMETRES, MILLIMETRES);
        SealInfo info = new SealInfo(VENDOR, sealId, property, image, List.of());
        return Seal.made(info, SesKey.of(signing, maker.alias(), maker.certificate())).encoded();
    }
}

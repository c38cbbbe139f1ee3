package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.Sm2SealDevice;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** An SM2 key of the gateway's own, for development: never legally effective. */
public final class SoftwareSm2Seal implements Sm2SealDevice {
    private static final SigningProfile DER = SigningProfile.sm2(Form.DER, Text.BASE64);

    private final Signing signing;
    private final String alias;
    private final X509Certificate certificate;

    public SoftwareSm2Seal(Signing signing, String alias, X509Certificate certificate) {
        this.signing = signing;
        this.alias = alias;
        this.certificate = certificate;
    }

    @Override
    public String name() {
        return "software:" + alias;
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public byte[] sign(byte[] e) {
        return Base64.getDecoder().decode(signing.signDigest(DER, alias, e));
    }

    @Override
    public boolean legallyEffective() {
        return false;
    }
}

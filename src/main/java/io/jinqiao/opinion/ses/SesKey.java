package io.jinqiao.opinion.ses;

import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** A key that makes seals or seals documents: SM2 with SM3 and the default user id, as GB/T 38540 asks. */
public interface SesKey {
    /** SM2 with SM3. */
    String SM2_SM3 = "1.2.156.10197.1.501";

    X509Certificate certificate();

    /** @return the signature over {@code bytes}, DER of r and s */
    byte[] sign(byte[] bytes);

    /** A key of the gateway's own, by its alias. */
    static SesKey of(Signing signing, String alias, X509Certificate certificate) {
        SigningProfile profile = SigningProfile.sm2(Form.DER, Text.BASE64);
        return new SesKey() {
            @Override
            public X509Certificate certificate() {
                return certificate;
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return Base64.getDecoder().decode(signing.sign(profile, alias, bytes));
            }
        };
    }
}

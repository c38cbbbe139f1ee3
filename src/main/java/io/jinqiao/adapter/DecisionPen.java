package io.jinqiao.adapter;

import io.jinqiao.delivery.DecisionSigner;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningProfile;
import java.security.cert.CertificateEncodingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs people's decisions with the gateway's own SM2 key, named by {@code jinqiao.decisions.key}. */
@Component
class DecisionPen implements DecisionSigner {
    private static final SigningProfile PROFILE =
            SigningProfile.sm2(SigningProfile.Form.RAW, SigningProfile.Text.BASE64);

    private final Signing signing;
    private final Keys keys;
    private final String key;

    DecisionPen(Signing signing, Keys keys, @Value("${jinqiao.decisions.key:centre-sm2-sign}") String key) {
        this.signing = signing;
        this.keys = keys;
        this.key = key;
    }

    @Override
    public Signed sign(byte[] text) {
        try {
            return new Signed(
                    signing.sign(PROFILE, key, text),
                    PROFILE.ourWords(),
                    keys.get(key).certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("certificate of key " + key + " has no encoding", e);
        }
    }
}

package io.jinqiao.signing;

import io.jinqiao.signing.algorithm.MalformedSignature;
import io.jinqiao.signing.algorithm.Schemes;
import io.jinqiao.signing.algorithm.Sm2Signers;
import io.jinqiao.signing.algorithm.VerifyingKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;

/** Whether a key made a signature, long after and without any configuration: for evidence packs and documents. */
public final class OfflineSignature {
    private OfflineSignature() {}

    /**
     * Says nothing of the certificate; ask {@link Trust} for that.
     *
     * @param profile as {@link SigningProfile#parse} read it from the journal
     * @return false also when the text is not in the agreed form or the key is of another kind
     */
    public static boolean verifies(SigningProfile profile, X509Certificate signer, byte[] input, String signature) {
        try {
            VerifyingKey key = VerifyingKey.of(signer.getPublicKey().getEncoded());
            return profile.algorithm().ofKey() == key.algorithm()
                    && new Schemes(new Sm2Signers(new SecureRandom())).verifies(profile, key, input, signature);
        } catch (MalformedSignature | IllegalArgumentException e) {
            return false;
        }
    }
}

package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** A key works for the algorithm it was made for and for no other, whoever asks. */
class SchemesTest {
    private static final SigningProfile ECDSA = SigningProfile.ecdsa(Form.RAW, Text.BASE64);

    private final Schemes schemes = new Schemes(new Sm2Signers(new SecureRandom()));
    private final VerifyingKey point = new VerifyingKey(
            Algorithm.SM2_SM3,
            new ECPublicKeyParameters(Curve.SM2.domain().getCurve().decodePoint(Vectors.SM2_POINT), Curve.SM2.domain()),
            null);
    private final SigningKey key =
            new SigningKey(point, new ECPrivateKeyParameters(Vectors.SM2_D, Curve.SM2.domain()), null);

    @Test
    void refusesAKeyOfAnotherAlgorithm() {
        refuses(() -> schemes.sign(ECDSA, key, new byte[1]));
        refuses(() -> schemes.signDigest(ECDSA, key, new byte[32]));
        refuses(() -> schemes.digest(ECDSA, point, new byte[1]));
        refuses(() -> schemes.verifies(ECDSA, point, new byte[1], "AA=="));
    }

    @Test
    void refusesADigestOfAnotherLength() {
        SigningProfile sm2 = SigningProfile.sm2(Form.RAW, Text.BASE64);
        for (int length : new int[] {31, 33}) {
            assertThatThrownBy(() -> schemes.signDigest(sm2, key, new byte[length]))
                    .hasMessage("a digest of 32 bytes is needed");
        }
    }

    @Test
    void onlyAnRsaKeyMayStayInsideAModule() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        VerifyingKey rsa = new VerifyingKey(Algorithm.RSA_SHA256, null, (RSAPublicKey) pair.getPublic());
        PrivateKey inside = new Inside();
        assertThat(SigningKey.of(inside, rsa).rsa()).isSameAs(inside);
        assertThatThrownBy(() -> SigningKey.of(inside, point)).hasMessageContaining("only RSA signs inside a module");
    }

    private static void refuses(ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the profile asks for ECDSA_P256, the key is for SM2_SM3");
    }

    /** As a module hands it out: a name without bytes. */
    private static final class Inside implements PrivateKey {
        private static final long serialVersionUID = 1;

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }
}

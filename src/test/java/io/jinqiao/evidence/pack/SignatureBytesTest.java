package io.jinqiao.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.SignatureForms;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The file beside a signature that OpenSSL can read. */
class SignatureBytesTest {
    private static final byte[] RAW = HexFormat.of().parseHex("01".repeat(64));
    private static final byte[] DER = SignatureForms.rawToDer(RAW);

    @Test
    void aBarePairOfNumbersBecomesDer() {
        assertThat(bytes(SigningProfile.sm2(Form.RAW, Text.BASE64), base64(RAW))).isEqualTo(DER);
        assertThat(bytes(SigningProfile.ecdsa(Form.RAW, Text.BASE64), base64(RAW))).isEqualTo(DER);
        assertThat(bytes(SigningProfile.sm2(Form.RAW, Text.HEX_R_HASH_S), "01".repeat(32) + "#" + "01".repeat(32))).isEqualTo(DER);
    }

    @Test
    void derAndTheNumberOfRsaStayAsTheyAre() {
        assertThat(bytes(SigningProfile.sm2(Form.DER, Text.BASE64), base64(DER))).isEqualTo(DER);
        assertThat(bytes(SigningProfile.sm2(Form.DER, Text.HEX), HexFormat.of().withUpperCase().formatHex(DER))).isEqualTo(DER);
        assertThat(bytes(SigningProfile.rsa(Text.BASE64), base64(RAW))).isEqualTo(RAW);
    }

    @Test
    void whatHasNotTheAgreedFormGivesNothing() {
        assertThat(SignatureBytes.forOpenssl(SigningProfile.sm2(Form.RAW, Text.BASE64), "no base64!")).isEmpty();
        assertThat(SignatureBytes.forOpenssl(SigningProfile.sm2(Form.RAW, Text.BASE64), base64(new byte[63]))).isEmpty();
    }

    private static byte[] bytes(SigningProfile profile, String text) {
        return SignatureBytes.forOpenssl(profile, text).orElseThrow();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningProfileTest {

    @Test
    void saysInOneLineWhatWasAgreed() {
        SigningProfile sm2 = new SigningProfile(Algorithm.SM2_SM3, Form.RAW, Text.BASE64, "ours", "的 1");
        assertThat(sm2.ourWords()).isEqualTo("sm2-sm3 raw base64 uid=ours");
        assertThat(sm2.theirWords()).isEqualTo("sm2-sm3 raw base64 uid=%E7%9A%84+1");
        assertThat(sm2.mirrored().ourWords()).isEqualTo(sm2.theirWords());
        assertThat(SigningProfile.rsa(Text.HEX).ourWords()).isEqualTo("rsa-sha256 hex");
        assertThat(SigningProfile.ecdsa(Form.DER, Text.BASE64).theirWords()).isEqualTo("ecdsa-p256 der base64");
        assertThat(SigningProfile.ecdsa(Form.RAW, Text.HEX_R_HASH_S).theirWords())
                .isEqualTo("ecdsa-p256 raw hex-r-hash-s");
        assertThat(SigningProfile.channel().ourWords()).isEqualTo("channel");
        assertThat(SigningProfile.sm2(Form.DER, Text.HEX).ourWords())
                .isEqualTo("sm2-sm3 der hex uid=1234567812345678");
    }

    @Property(tries = 200)
    void readsItsOwnLineBack(@ForAll Form form, @ForAll Text text, @ForAll @StringLength(max = 40) String userId) {
        boolean split = text == Text.HEX_R_HASH_S;
        SigningProfile profile =
                new SigningProfile(Algorithm.SM2_SM3, split ? Form.RAW : form, text, wellFormed(userId), "");
        SigningProfile read = SigningProfile.parse(profile.ourWords());
        assertThat(read.ourWords()).isEqualTo(profile.ourWords());
        assertThat(read.ourUserId()).isEqualTo(wellFormed(userId));
        assertThat(read.theirUserId()).isEqualTo(wellFormed(userId));
        assertThat(SigningProfile.parse("channel").signs()).isFalse();
        assertThat(SigningProfile.parse("rsa-sha256 base64")).isEqualTo(SigningProfile.rsa(Text.BASE64));
        assertThat(SigningProfile.parse("ecdsa-p256 raw hex")).isEqualTo(SigningProfile.ecdsa(Form.RAW, Text.HEX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sm2",
                "sm2-sm3",
                "sm2-sm3 raw",
                "sm2-sm3 raw base64",
                "sm2-sm3 raw base64 uid=a b",
                "sm2-sm3 raw base64  uid=a",
                "SM2-SM3 raw base64 uid=a",
                "rsa-sha256",
                "rsa-sha256 base64 uid=",
                "channel x",
                "sm2-sm3 der hex-r-hash-s uid="
            })
    void refusesAnotherLine(String words) {
        assertThatThrownBy(() -> SigningProfile.parse(words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halvesWithASignNeedAPairInRawForm() {
        assertThatThrownBy(() -> SigningProfile.sm2(Form.DER, Text.HEX_R_HASH_S))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningProfile.rsa(Text.HEX_R_HASH_S)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUserIdFitsIntoTwoBytesOfBits() {
        String longest = "x".repeat(8191);
        assertThat(new SigningProfile(Algorithm.SM2_SM3, Form.RAW, Text.HEX, longest, longest).ourUserId())
                .hasSize(8191);
        assertThatThrownBy(() -> new SigningProfile(Algorithm.SM2_SM3, Form.RAW, Text.HEX, longest + "x", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningProfile(Algorithm.SM2_SM3, Form.RAW, Text.HEX, "", longest + "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Half a character cannot be signed over in UTF-8, and nobody agrees on one. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

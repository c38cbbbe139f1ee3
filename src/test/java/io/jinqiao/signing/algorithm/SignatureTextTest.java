package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.signing.SigningProfile.Text;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTextTest {

    @Property(tries = 200)
    void everyTextGivesTheBytesBack(@ForAll @Size(64) byte[] signature, @ForAll Text text) throws MalformedSignature {
        assertThat(SignatureText.read(text, SignatureText.write(text, signature))).isEqualTo(signature);
    }

    @Test
    void writesWhatWasAgreed() {
        byte[] bytes = new byte[64];
        bytes[0] = (byte) 0xAB;
        bytes[32] = 1;
        assertThat(SignatureText.write(Text.HEX, bytes)).startsWith("ab00").hasSize(128);
        assertThat(SignatureText.write(Text.BASE64, bytes)).startsWith("qwAA").endsWith("==");
        assertThat(SignatureText.write(Text.HEX_R_HASH_S, bytes)).startsWith("ab").contains("#01").hasSize(129);
    }

    @Test
    void readsHexInBothCases() throws MalformedSignature {
        assertThat(SignatureText.read(Text.HEX, "aBCd")).isEqualTo(new byte[] {(byte) 0xab, (byte) 0xcd});
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "QR==", "QQ==\n", " QQ==", "Q Q=", "Q", "QQ=", "_-8=", "QQ==QQ==", "%"})
    void refusesBase64ThatIsNotTheOnlySpelling(String text) {
        assertThatThrownBy(() -> SignatureText.read(Text.BASE64, text))
                .isInstanceOf(MalformedSignature.class)
                .hasMessageContaining("Base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0x12", "zz", "12 34", "１２"})
    void refusesHexThatIsNone(String text) {
        assertThatThrownBy(() -> SignatureText.read(Text.HEX, text)).isInstanceOf(MalformedSignature.class);
    }

    @Test
    void refusesHalvesOfAnotherLengthOrWithoutTheSign() {
        String half = "ab".repeat(32);
        for (String text : new String[] {half + half, half + "#" + half + "00", "ab#cd", half + "-" + half, "00" + half + "#"
                + half.substring(2)}) {
            assertThatThrownBy(() -> SignatureText.read(Text.HEX_R_HASH_S, text))
                    .isInstanceOf(MalformedSignature.class);
        }
    }

    @Test
    void readsHalvesInOneSpellingOnly() throws MalformedSignature {
        String half = "0a".repeat(32);
        assertThat(SignatureText.read(Text.HEX_R_HASH_S, half + "#" + half)).hasSize(64);
        assertThatThrownBy(() -> SignatureText.read(Text.HEX_R_HASH_S, half + "#" + half.toUpperCase(java.util.Locale.ROOT)))
                .isInstanceOf(MalformedSignature.class)
                .hasMessageContaining("lower case");
    }
}

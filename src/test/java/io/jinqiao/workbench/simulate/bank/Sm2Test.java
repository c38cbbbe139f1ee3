package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** Our second writing of SM2 against the example of GM/T 0003.5, and against what it must refuse. */
class Sm2Test {
    private static final BigInteger KEY = new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    private static final ECPoint PUBLIC = Sm2.point(HexFormat.of()
            .parseHex("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                    + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"));
    private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PUBLISHED = HexFormat.of()
            .parseHex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                    + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
    private static final String USER = "1234567812345678";

    @Test
    void verifiesThePublishedSignatureAndNoOther() {
        assertThat(Sm2.verifies(PUBLIC, USER, MESSAGE, PUBLISHED)).isTrue();
        assertThat(Sm2.verifies(PUBLIC, "1234567812345679", MESSAGE, PUBLISHED)).isFalse();
        assertThat(Sm2.verifies(PUBLIC, USER, "message digesT".getBytes(StandardCharsets.US_ASCII), PUBLISHED)).isFalse();
        byte[] changed = PUBLISHED.clone();
        changed[63] ^= 1;
        assertThat(Sm2.verifies(PUBLIC, USER, MESSAGE, changed)).isFalse();
        assertThat(Sm2.verifies(PUBLIC, USER, MESSAGE, new byte[64])).isFalse();
    }

    @Test
    void itsPublicKeyBelongsToThePublishedKey() {
        assertThat(CustomNamedCurves.getByName("sm2p256v1").getG().multiply(KEY).normalize()).isEqualTo(PUBLIC);
    }

    @Test
    void verifiesWhatItSigned() {
        for (int i = 0; i < 20; i++) {
            byte[] input = new byte[i * 7];
            assertThat(Sm2.verifies(PUBLIC, USER, input, Sm2.sign(KEY, USER, input))).isTrue();
        }
    }

    @Test
    void opensWhatItWrappedAndNothingInAnotherOrder() {
        byte[] key = Sm4.freshKey();
        byte[] wrapped = Sm2.wrap(PUBLIC, key);
        assertThat(Sm2.unwrap(KEY, wrapped)).isEqualTo(key);
        byte[] other = wrapped.clone();
        System.arraycopy(wrapped, 65 + 16, other, 65, 32);
        System.arraycopy(wrapped, 65, other, 65 + 32, 16);
        assertThatThrownBy(() -> Sm2.unwrap(KEY, other)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("order");
        assertThat(Sm4.decrypt(key, Sm4.encrypt(key, MESSAGE))).isEqualTo(MESSAGE);
    }
}

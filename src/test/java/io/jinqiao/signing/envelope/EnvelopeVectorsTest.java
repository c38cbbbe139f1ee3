package io.jinqiao.signing.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.EnvelopeProfile;
import io.jinqiao.signing.EnvelopeProfile.Mode;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import io.jinqiao.signing.algorithm.Curve;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;

/** GB/T 32918.5 encryption example, GB/T 17964 / RFC 8998 modes. */
class EnvelopeVectorsTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");
    private static final byte[] TEXT = "encryption standard".getBytes(StandardCharsets.US_ASCII);
    private static final String C1 = "0404ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73"
            + "e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0";
    private static final String C3 = "59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766";
    private static final String C2 = "21886ca989ca9c7d58087307ca93092d651efa";

    private final ECPrivateKeyParameters key = new ECPrivateKeyParameters(
            new BigInteger("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8", 16), Curve.SM2.domain());
    private final ECPublicKeyParameters point = new ECPublicKeyParameters(
            Curve.SM2.domain().getG().multiply(key.getD()), Curve.SM2.domain());

    @Test
    void sm2InEveryWrittenForm() throws Unreadable {
        assertForm(Order.C1C3C2, Wrapping.WITH_04, C1 + C3 + C2);
        assertForm(Order.C1C2C3, Wrapping.WITH_04, C1 + C2 + C3);
        assertForm(Order.C1C3C2, Wrapping.WITHOUT_04, C1.substring(2) + C3 + C2);
        assertForm(
                Order.C1C3C2,
                Wrapping.DER,
                "307c" + "0220" + C1.substring(2, 66) + "022100" + C1.substring(66) + "0420" + C3 + "0413" + C2);
    }

    @Test
    void sm4Gcm() throws Unreadable {
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        byte[] iv = HEX.parseHex("00001234567800000000abcd");
        byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        byte[] sealed = Sm4.encrypt(Mode.GCM, KEY, iv, plain, associated);
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                        + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        assertThat(Sm4.decrypt(Mode.GCM, KEY, iv, sealed, associated)).isEqualTo(plain);
    }

    /** The published vector has no padding; ours is the same with a block of padding behind it. */
    @Test
    void sm4Cbc() throws Unreadable {
        byte[] plain = HEX.parseHex("aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb");
        byte[] iv = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
        byte[] sealed = Sm4.encrypt(Mode.CBC, KEY, iv, plain, new byte[0]);
        assertThat(HEX.formatHex(sealed))
                .hasSize(96)
                .startsWith("78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d");
        assertThat(Sm4.decrypt(Mode.CBC, KEY, iv, sealed, new byte[0])).isEqualTo(plain);
    }

    private void assertForm(Order order, Wrapping wrapping, String hex) throws Unreadable {
        EnvelopeProfile profile = new EnvelopeProfile(Mode.GCM, order, wrapping);
        byte[] k = HEX.parseHex("59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21");
        byte[] wrapped = Sm2Wrapping.wrap(profile, point, TEXT, new FixedSecureRandom(k));
        assertThat(HEX.formatHex(wrapped)).isEqualTo(hex);
        assertThat(Sm2Wrapping.unwrap(profile, key, wrapped)).isEqualTo(TEXT);
    }
}

package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.signing.SigningProfile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.util.test.FixedSecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GB/T 32905, 32907, 32918, RFC 8998, RFC 6979: what the standards print, our code gives. */
class PublishedVectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
        "abc, 1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "abcd, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        "a, 1000000, c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3"
    })
    void sm3(String text, int times, String digest) {
        assertThat(HEX.formatHex(Sm2.sm3(ascii(text.repeat(times))))).isEqualTo(digest);
    }

    @Test
    void sm3OfPartsIsSm3OfTheWhole() {
        assertThat(Sm2.sm3(ascii("a"), ascii(""), ascii("bc"))).isEqualTo(Sm2.sm3(ascii("abc")));
    }

    @Test
    void hmacSm3() {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(ascii("key")));
        byte[] text = ascii("The quick brown fox jumps over the lazy dog");
        mac.update(text, 0, text.length);
        byte[] out = new byte[32];
        mac.doFinal(out, 0);
        assertThat(HEX.formatHex(out)).isEqualTo("bd4a34077888162b210645b8ebf74b9af357303789357a27c7fc457244ebd398");
    }

    @Test
    void sm4OneBlockAndAMillionTimes() {
        SM4Engine engine = new SM4Engine();
        engine.init(true, new KeyParameter(Vectors.SM4_KEY));
        byte[] block = Vectors.SM4_KEY.clone();
        engine.processBlock(block, 0, block, 0);
        assertThat(block).isEqualTo(Vectors.SM4_BLOCK);
        for (int i = 1; i < 1_000_000; i++) {
            engine.processBlock(block, 0, block, 0);
        }
        assertThat(HEX.formatHex(block)).isEqualTo("595298c7c6fd271f0402f804c33d3f66");
    }

    @Test
    void sm4Ccm() throws Exception {
        CCMModeCipher ccm = CCMBlockCipher.newInstance(new SM4Engine());
        byte[] plain = HEX.parseHex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
        ccm.init(
                true,
                new AEADParameters(
                        new KeyParameter(Vectors.SM4_KEY),
                        128,
                        HEX.parseHex("00001234567800000000abcd"),
                        HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")));
        byte[] out = new byte[ccm.getOutputSize(plain.length)];
        int n = ccm.processBytes(plain, 0, plain.length, out, 0);
        ccm.doFinal(out, n);
        assertThat(HEX.formatHex(out))
                .isEqualTo("48af93501fa62adbcd414cce6034d895dda1bf8f132f042098661572e7483094"
                        + "fd12e518ce062c98acee28d95df4416bed31a2f04476c18bb40c84a74b97dc5b"
                        + "16842d4fa186f56ab33256971fa110f4");
    }

    @Test
    void sm2OnTheRecommendedCurve() {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(Vectors.SM2_D, Curve.SM2.domain());
        ECPublicKeyParameters point = point(Vectors.SM2_POINT, Curve.SM2.domain());
        String id = SigningProfile.DEFAULT_USER_ID;
        assertThat(HEX.formatHex(Sm2.identity(point, id)))
                .isEqualTo("b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3");
        assertThat(Sm2.digest(point, id, Vectors.MESSAGE)).isEqualTo(Vectors.SM2_E);
        assertThat(fixed(Vectors.SM2_K).sign(key, id, Vectors.MESSAGE)).isEqualTo(Vectors.SM2_SIGNATURE.raw());
        assertThat(fixed(Vectors.SM2_K).signDigest(key, Vectors.SM2_E)).isEqualTo(Vectors.SM2_SIGNATURE.raw());
        assertThat(fixed().verifies(point, id, Vectors.MESSAGE, Vectors.SM2_SIGNATURE.raw())).isTrue();
        assertThat(fixed().verifies(point, "", Vectors.MESSAGE, Vectors.SM2_SIGNATURE.raw())).isFalse();
    }

    @Test
    void sm2OnTheOldTestCurveWithItsOwnUserId() {
        ECDomainParameters old = oldTestCurve();
        String id = "ALICE123@YAHOO.COM";
        BigInteger d = number("128b2fa8bd433c6c068c8d803dff79792a519a55171b1b650c23661d15897263");
        ECPublicKeyParameters point = new ECPublicKeyParameters(old.getG().multiply(d), old);
        byte[] signature = HEX.parseHex("40f1ec59f793d9f49e09dcef49130d4194f79fb1eed2caa55bacdb49c4e755d1"
                + "6fc6dac32c5d5cf10c77dfb20f7c2eb667a457872fb09ec56327a67ec7deebe7");
        byte[] k = HEX.parseHex("6cb28d99385c175c94f94e934817663fc176d925dd72b727260dbaae1fb2f96f");
        assertThat(fixed(k).sign(new ECPrivateKeyParameters(d, old), id, Vectors.MESSAGE)).isEqualTo(signature);
        assertThat(fixed().verifies(point, id, Vectors.MESSAGE, signature)).isTrue();
        assertThat(fixed().verifies(point, SigningProfile.DEFAULT_USER_ID, Vectors.MESSAGE, signature))
                .isFalse();
    }

    @Test
    void ecdsaOfRfc6979() throws MalformedSignature {
        ECPrivateKeyParameters key = new ECPrivateKeyParameters(Vectors.P256_D, Curve.P256.domain());
        byte[] digest = io.jinqiao.message.Digest.of(Vectors.P256_MESSAGE).bytes();
        assertThat(Ecdsa.signDigest(key, digest)).isEqualTo(Vectors.P256_SIGNATURE);
        assertThat(Ecdsa.verifies(point(Vectors.P256_POINT, Curve.P256.domain()), digest, Vectors.P256_SIGNATURE))
                .isTrue();
    }

    private static ECDomainParameters oldTestCurve() {
        BigInteger n = number("8542d69e4c044f18e8b92435bf6ff7dd297720630485628d5ae74ee7c32e79b7");
        ECCurve curve = new ECCurve.Fp(
                number("8542d69e4c044f18e8b92435bf6ff7de457283915c45517d722edb8b08f1dfc3"),
                number("787968b4fa32c3fd2417842e73bbfeff2f3c848b6831d7e0ec65228b3937e498"),
                number("63e4c6d3b23b0c849cf84241484bfe48f61d59a5b16ba06e6e12d1da27c5249a"),
                n,
                BigInteger.ONE);
        return new ECDomainParameters(
                curve,
                curve.createPoint(
                        number("421debd61b62eab6746434ebc3cc315e32220b3badd50bdc4c4e6c147fedd43d"),
                        number("0680512bcbb42c07d47349d2153b70c4e5d7fdfcbfa36ea1a85841b9e46e09a2")),
                n,
                BigInteger.ONE);
    }

    private static Sm2 fixed(byte[]... k) {
        return new Sm2(new Sm2Signers(new FixedSecureRandom(Arrays.stream(k)
                .map(FixedSecureRandom.Data::new)
                .toArray(FixedSecureRandom.Source[]::new))));
    }

    private static ECPublicKeyParameters point(byte[] encoded, ECDomainParameters domain) {
        return new ECPublicKeyParameters(domain.getCurve().decodePoint(encoded), domain);
    }

    private static BigInteger number(String digits) {
        return new BigInteger(digits, 16);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

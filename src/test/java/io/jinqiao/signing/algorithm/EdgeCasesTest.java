package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.Digest;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the manner of Wycheproof: values at the edges of the algorithms, forged paddings, points off the curve. */
class EdgeCasesTest {
    private static final HexFormat HEX = HexFormat.of();
    private static KeyPair rsa;

    private final Sm2 sm2 = new Sm2(new Sm2Signers(new SecureRandom()));

    @BeforeAll
    static void key() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        rsa = generator.generateKeyPair();
    }

    /** The JDK throws for these and answers false for most others; here both are a plain no. */
    @Test
    void aWellPaddedRsaBlockThatHoldsNoDigestInfoIsNoSignature() throws Exception {
        for (byte[] content : new byte[][] {{1, 2, 3}, {0x30, (byte) 0x85, 1, 1, 1, 1, 1}, {}}) {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, rsa.getPrivate());
            byte[] forged = cipher.doFinal(content);
            assertThat(Rsa.verifies((RSAPublicKey) rsa.getPublic(), Vectors.MESSAGE, forged)).isFalse();
        }
    }

    static Stream<BigInteger> edges() {
        return Stream.of(Curve.values()).flatMap(curve -> {
            BigInteger n = curve.order();
            return Stream.of(
                    BigInteger.ZERO,
                    BigInteger.ONE,
                    BigInteger.TWO,
                    n.subtract(BigInteger.ONE),
                    n,
                    n.add(BigInteger.ONE),
                    n.shiftRight(1),
                    BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE));
        });
    }

    @ParameterizedTest
    @MethodSource("edges")
    void noEdgeValueIsASignature(BigInteger edge) {
        ECPublicKeyParameters point = point(Curve.SM2, Vectors.SM2_POINT);
        ECPublicKeyParameters other = point(Curve.P256, Vectors.P256_POINT);
        byte[] digest = Digest.of(Vectors.MESSAGE).bytes();
        edges().forEach(second -> {
            SignaturePair pair = new SignaturePair(edge, second);
            assertThat(sm2.verifies(point, "", Vectors.MESSAGE, pair.raw())).isFalse();
            assertThat(Ecdsa.verifies(other, digest, pair)).isFalse();
        });
    }

    /** Small private keys give r and s with leading zeros often enough to show that padding is kept. */
    @Test
    void keysAtTheEndsOfTheRangeSignAndVerify() {
        for (BigInteger d : new BigInteger[] {BigInteger.ONE, BigInteger.TWO, Curve.SM2.order().subtract(BigInteger.TWO)}) {
            ECPoint q = Curve.SM2.domain().getG().multiply(d).normalize();
            byte[] signature = sm2.sign(new ECPrivateKeyParameters(d, Curve.SM2.domain()), "u", Vectors.MESSAGE);
            assertThat(sm2.verifies(new ECPublicKeyParameters(q, Curve.SM2.domain()), "u", Vectors.MESSAGE, signature))
                    .isTrue();
        }
    }

    @Test
    void refusesPrivateNumbersOutOfRange() throws Exception {
        BigInteger n = Curve.SM2.order();
        for (BigInteger d : new BigInteger[] {BigInteger.ZERO, n.subtract(BigInteger.ONE), n, n.add(BigInteger.ONE)}) {
            byte[] pkcs8 = pkcs8(d);
            assertThatThrownBy(() -> Curve.SM2.privateKey(pkcs8)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Curve.SM2.privateKey(pkcs8(n.subtract(BigInteger.TWO))).getD())
                .isEqualTo(n.subtract(BigInteger.TWO));
        byte[] sm2Key = pkcs8(BigInteger.TEN);
        assertThatThrownBy(() -> Curve.P256.privateKey(sm2Key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesPointsThatAreNone() throws Exception {
        byte[] spki = named(GMObjectIdentifiers.sm2p256v1, Vectors.SM2_POINT);
        assertThat(VerifyingKey.of(spki).point()).isNotNull();
        byte[] offTheCurve = spki.clone();
        offTheCurve[offTheCurve.length - 1] ^= 1;
        assertThatThrownBy(() -> VerifyingKey.of(offTheCurve)).isInstanceOf(IllegalArgumentException.class);
        byte[] otherCurve = named(SECObjectIdentifiers.secp256r1, Vectors.P256_POINT);
        assertThat(Curve.of(SubjectPublicKeyInfo.getInstance(otherCurve))).contains(Curve.P256);
    }

    /** GM/T 0015-2023 lets the curve's OID stand for the algorithm. */
    @Test
    void readsTheCurveAsAlgorithm() {
        byte[] spki = HEX.parseHex("304e300c" + "06082a811ccf5501822d" + "0500" + "033e00".replace("3e", "42")
                + HEX.formatHex(Vectors.SM2_POINT));
        spki[1] = (byte) (spki.length - 2);
        assertThat(VerifyingKey.of(spki).point()).isNotNull();
    }

    @Test
    void refusesShortModuliAndOtherKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        byte[] weak = generator.generateKeyPair().getPublic().getEncoded();
        assertThatThrownBy(() -> VerifyingKey.of(weak)).hasMessageContaining("2048");
        byte[] edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
        assertThatThrownBy(() -> VerifyingKey.of(edwards)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<byte[]> forgedPaddings() {
        byte[] info = HEX.parseHex("3031300d060960864801650304020105000420");
        byte[] digest = Digest.of(Vectors.MESSAGE).bytes();
        byte[] good = join(info, digest);
        return Stream.of(
                join(new byte[] {0, 1}, ff(8), new byte[1], good, new byte[256 - 11 - good.length]), // digest not at the end
                join(new byte[] {0, 2}, ff(253 - good.length), new byte[1], good), // block type 2
                join(new byte[] {0, 1}, ff(253 - good.length - 2), new byte[1], good, new byte[] {1, 2}), // trailing bytes
                join(new byte[] {0, 1}, ff(253 - digest.length), new byte[1], digest), // no DigestInfo
                join(new byte[] {0, 1}, ff(252 - good.length), new byte[] {(byte) 0xfe, 0}, good), // padding not all ff
                join(new byte[] {0, 1}, ff(253 - good.length), new byte[] {1}, good)); // no separator
    }

    @ParameterizedTest
    @MethodSource("forgedPaddings")
    void refusesForgedRsaPaddings(byte[] block) throws Exception {
        assertThat(block).hasSize(256);
        assertThat(Rsa.verifies((RSAPublicKey) rsa.getPublic(), Vectors.MESSAGE, raw(block))).isFalse();
    }

    @Test
    void acceptsTheOnePadding() throws Exception {
        byte[] good = join(HEX.parseHex("3031300d060960864801650304020105000420"), Digest.of(Vectors.MESSAGE).bytes());
        byte[] block = join(new byte[] {0, 1}, ff(253 - good.length), new byte[1], good);
        RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
        assertThat(Rsa.verifies(key, Vectors.MESSAGE, raw(block))).isTrue();
        assertThat(raw(block)).isEqualTo(Rsa.sign(rsa.getPrivate(), Vectors.MESSAGE));
        assertThat(Rsa.signDigest(rsa.getPrivate(), Digest.of(Vectors.MESSAGE).bytes())).isEqualTo(raw(block));
        assertThatThrownBy(() -> Rsa.verifies(key, Vectors.MESSAGE, Arrays.copyOf(raw(block), 255)))
                .isInstanceOf(MalformedSignature.class)
                .hasMessage("expected 256 bytes, got 255");
    }

    private static byte[] raw(byte[] block) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, rsa.getPrivate());
        return cipher.doFinal(block);
    }

    private static byte[] pkcs8(BigInteger d) throws Exception {
        AlgorithmIdentifier curve =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);
        return new PrivateKeyInfo(curve, new ECPrivateKey(256, d)).getEncoded();
    }

    private static byte[] named(ASN1ObjectIdentifier curve, byte[] point) throws Exception {
        return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), point)
                .getEncoded();
    }

    private static ECPublicKeyParameters point(Curve curve, byte[] encoded) {
        return new ECPublicKeyParameters(curve.domain().getCurve().decodePoint(encoded), curve.domain());
    }

    private static byte[] ff(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}

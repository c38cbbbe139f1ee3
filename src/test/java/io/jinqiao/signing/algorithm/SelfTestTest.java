package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SelfTestTest {
    private static final Primitives OURS = Primitives.ours();

    @Test
    void thisHousePasses() {
        assertThatCode(() -> SelfTest.ofThisHouse().require()).doesNotThrowAnyException();
    }

    static Stream<Arguments> everyNegative() {
        return Stream.of(
                        Map.entry("SM2", NegativeSet.of(Vectors.SM2_SIGNATURE, Curve.SM2.order())),
                        Map.entry("ECDSA", NegativeSet.of(Vectors.P256_SIGNATURE, Curve.P256.order())))
                .flatMap(set -> set.getValue().keySet().stream().map(name -> Arguments.of(set.getKey(), name)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyNegative")
    void aProviderThatAcceptsOneOfTheNegativeSetStopsTheStart(String algorithm, String name) {
        SelfTest lenient = new SelfTest(new Lenient(algorithm, name));
        assertThat(lenient.failures()).containsExactly(algorithm + " " + name);
        assertThatThrownBy(lenient::require)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("refusing to start")
                .hasMessageContaining(name);
    }

    @Test
    void aProviderThatAcceptsEverythingIsToldCaseByCase() {
        Primitives yes = new Fixed(true);
        assertThat(new SelfTest(yes).failures())
                .hasSize(2 * (NegativeSet.of(Vectors.SM2_SIGNATURE, Curve.SM2.order()).size() + 1) + 6)
                .contains("SM2 other message", "ECDSA other message", "RSA other message", "RSA empty", "RSA zero")
                .contains("RSA truncated", "RSA trailing byte", "RSA signature + modulus");
    }

    @Test
    void aProviderThatAcceptsNothingIsRefusedToo() {
        assertThat(new SelfTest(new Fixed(false)).failures()).containsExactly("SM2 good", "ECDSA good", "RSA good");
    }

    @Test
    void wrongDigestsCiphersAndSignaturesAreTold() {
        Primitives zeros = new Fixed(false) {
            @Override
            public byte[] sm3(byte[] input) {
                return new byte[32];
            }

            @Override
            public byte[] sm4(byte[] key, byte[] block) {
                return new byte[16];
            }

            @Override
            public byte[] sm2Sign(ECPrivateKeyParameters key, byte[] digest, SecureRandom random) {
                return new byte[64];
            }
        };
        assertThat(new SelfTest(zeros).failures())
                .containsExactly("SM3", "SM4", "SM2 sign", "SM2 good", "ECDSA good", "RSA good");
    }

    @ParameterizedTest
    @CsvSource({"0, RSA empty", "255, RSA truncated", "257, RSA trailing byte"})
    void anRsaProviderThatForgivesALengthIsTold(int length, String name) {
        Primitives forgiving = new Fixed(false) {
            @Override
            public boolean rsa(RSAPublicKey key, byte[] input, byte[] signature) {
                boolean sum = new BigInteger(1, signature).bitLength() > 2048 && signature[signature.length - 1] != 0;
                return signature.length == length && !sum || OURS.rsa(key, input, signature);
            }
        };
        assertThat(new SelfTest(forgiving).failures()).contains(name).hasSize(3);
    }

    /** As the native provider that was seen to verify garbage: right, but for one case. */
    private static final class Lenient extends Fixed {
        private final String algorithm;
        private final String name;

        Lenient(String algorithm, String name) {
            super(false);
            this.algorithm = algorithm;
            this.name = name;
        }

        @Override
        public boolean sm2(ECPublicKeyParameters key, byte[] input, byte[] der) {
            return is("SM2", NegativeSet.of(Vectors.SM2_SIGNATURE, Curve.SM2.order()), der) || OURS.sm2(key, input, der);
        }

        @Override
        public boolean ecdsa(ECPublicKeyParameters key, byte[] input, byte[] der) {
            return is("ECDSA", NegativeSet.of(Vectors.P256_SIGNATURE, Curve.P256.order()), der)
                    || OURS.ecdsa(key, input, der);
        }

        @Override
        public boolean rsa(RSAPublicKey key, byte[] input, byte[] signature) {
            return OURS.rsa(key, input, signature);
        }

        private boolean is(String mine, Map<String, byte[]> set, byte[] der) {
            return mine.equals(algorithm) && Arrays.equals(set.get(name), der);
        }
    }

    /** Always the same verdict; signs and digests as we do. */
    private static class Fixed implements Primitives {
        private final boolean answer;

        Fixed(boolean answer) {
            this.answer = answer;
        }

        @Override
        public byte[] sm3(byte[] input) {
            return OURS.sm3(input);
        }

        @Override
        public byte[] sm4(byte[] key, byte[] block) {
            return OURS.sm4(key, block);
        }

        @Override
        public byte[] sm2Sign(ECPrivateKeyParameters key, byte[] digest, SecureRandom random) {
            return OURS.sm2Sign(key, digest, random);
        }

        @Override
        public boolean sm2(ECPublicKeyParameters key, byte[] input, byte[] der) {
            return answer;
        }

        @Override
        public boolean ecdsa(ECPublicKeyParameters key, byte[] input, byte[] der) {
            return answer;
        }

        @Override
        public boolean rsa(RSAPublicKey key, byte[] input, byte[] signature) {
            return answer;
        }
    }
}

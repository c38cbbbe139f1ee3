package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.signing.EnvelopeProfile.Mode;
import io.jinqiao.signing.EnvelopeProfile.Order;
import io.jinqiao.signing.EnvelopeProfile.Wrapping;
import io.jinqiao.signing.algorithm.VerifyingKey;
import io.jinqiao.signing.envelope.Sm2Wrapping;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopesTest {
    private static final byte[] PLAIN = "{\"姓名\":\"测试\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HEAD = "head".getBytes(StandardCharsets.US_ASCII);
    private static final EnvelopeProfile GCM = new EnvelopeProfile(Mode.GCM, Order.C1C3C2, Wrapping.WITH_04);

    /** Properties are run by another engine, which knows nothing of {@link BeforeAll}. */
    private static final Keys.Entry PROPERTY_KEY = key();

    private static SigningRoom bank;
    private static Keys.Entry own;
    private final Envelopes envelopes = new Envelopes(new SecureRandom());

    @BeforeAll
    static void open() {
        bank = TestIdentities.room("icbc");
        own = bank.keys().get("icbc-sm2-envelope");
    }

    @AfterAll
    static void close() {
        bank.close();
    }

    static Stream<EnvelopeProfile> everyProfile() {
        return Stream.of(Mode.values())
                .flatMap(mode -> Stream.of(
                        new EnvelopeProfile(mode, Order.C1C3C2, Wrapping.WITH_04),
                        new EnvelopeProfile(mode, Order.C1C2C3, Wrapping.WITH_04),
                        new EnvelopeProfile(mode, Order.C1C3C2, Wrapping.WITHOUT_04),
                        new EnvelopeProfile(mode, Order.C1C2C3, Wrapping.WITHOUT_04),
                        new EnvelopeProfile(mode, Order.C1C3C2, Wrapping.DER)));
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void theRecipientReadsWhatWasSealed(EnvelopeProfile profile) throws EnvelopeFailure {
        byte[] associated = profile.mode() == Mode.GCM ? HEAD : new byte[0];
        Envelope envelope = envelopes.seal(profile, own.certificate(), PLAIN, associated);
        assertThat(envelopes.open(profile, own, envelope, associated)).isEqualTo(PLAIN);
        assertThat(envelope.iv()).hasSize(profile.mode() == Mode.GCM ? 12 : 16);
        assertThat(envelope.ciphertext()).isNotEqualTo(PLAIN);
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void everySealingUsesAnotherKeyAndAnotherStart(EnvelopeProfile profile) {
        Envelope first = envelopes.seal(profile, own.certificate(), PLAIN, new byte[0]);
        Envelope second = envelopes.seal(profile, own.certificate(), PLAIN, new byte[0]);
        assertThat(first.iv()).isNotEqualTo(second.iv());
        assertThat(first.ciphertext()).isNotEqualTo(second.ciphertext());
        assertThat(first.wrappedKey()).isNotEqualTo(second.wrappedKey());
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void nobodyElseReadsItAndNothingIsSaidOfWhy(EnvelopeProfile profile) {
        Envelope envelope = envelopes.seal(profile, own.certificate(), PLAIN, new byte[0]);
        Keys.Entry other = bank.keys().get("icbc-sm2-sign");
        assertRefused(profile, other, envelope);
        for (int i = 0; i < envelope.wrappedKey().length; i += 5) {
            assertRefused(profile, own, new Envelope(flipped(envelope.wrappedKey(), i), envelope.iv(), envelope.ciphertext()));
        }
        byte[] shorter = Arrays.copyOf(envelope.wrappedKey(), envelope.wrappedKey().length - 1);
        byte[] longer = Arrays.copyOf(envelope.wrappedKey(), envelope.wrappedKey().length + 1);
        assertRefused(profile, own, new Envelope(shorter, envelope.iv(), envelope.ciphertext()));
        assertRefused(profile, own, new Envelope(longer, envelope.iv(), envelope.ciphertext()));
        assertRefused(profile, own, new Envelope(new byte[0], envelope.iv(), envelope.ciphertext()));
        assertRefused(profile, own, new Envelope(envelope.wrappedKey(), new byte[15], envelope.ciphertext()));
        assertRefused(profile, own, new Envelope(envelope.wrappedKey(), envelope.iv(), new byte[0]));
    }

    @Property(tries = 30)
    void anyLengthComesBack(@ForAll @Size(max = 100) byte[] plain, @ForAll Mode mode) throws Exception {
        EnvelopeProfile profile = new EnvelopeProfile(mode, Order.C1C3C2, Wrapping.DER);
        Envelope envelope = envelopes.seal(profile, PROPERTY_KEY.certificate(), plain, new byte[0]);
        assertThat(envelopes.open(profile, PROPERTY_KEY, envelope, new byte[0])).isEqualTo(plain);
    }

    @Test
    void gcmNoticesAnyChangeOfTextTagNonceOrHead() {
        Envelope envelope = envelopes.seal(GCM, own.certificate(), PLAIN, HEAD);
        for (int i = 0; i < envelope.ciphertext().length; i++) {
            Envelope changed = new Envelope(envelope.wrappedKey(), envelope.iv(), flipped(envelope.ciphertext(), i));
            assertThatThrownBy(() -> envelopes.open(GCM, own, changed, HEAD)).isInstanceOf(EnvelopeFailure.class);
        }
        Envelope nonce = new Envelope(envelope.wrappedKey(), flipped(envelope.iv(), 3), envelope.ciphertext());
        assertThatThrownBy(() -> envelopes.open(GCM, own, nonce, HEAD)).isInstanceOf(EnvelopeFailure.class);
        assertThatThrownBy(() -> envelopes.open(GCM, own, envelope, PLAIN)).isInstanceOf(EnvelopeFailure.class);
    }

    @Test
    void refusesAKeyOfAnotherLengthThan128Bits() {
        Envelope envelope = envelopes.seal(GCM, own.certificate(), PLAIN, HEAD);
        byte[] wrapped = Sm2Wrapping.wrap(
                GCM,
                VerifyingKey.of(own.certificate().getPublicKey().getEncoded())
                        .point(),
                new byte[15],
                new SecureRandom());
        assertRefused(GCM, own, new Envelope(wrapped, envelope.iv(), envelope.ciphertext()));
    }

    @Test
    void refusesToMisuseModesAndKeys() {
        EnvelopeProfile cbc = new EnvelopeProfile(Mode.CBC, Order.C1C3C2, Wrapping.WITH_04);
        assertThatThrownBy(() -> envelopes.seal(cbc, own.certificate(), PLAIN, HEAD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnvelopeProfile(Mode.CBC, Order.C1C2C3, Wrapping.DER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> envelopes.seal(GCM, bank.certificates().get("icbc-rsa-sign"), PLAIN, HEAD))
                .isInstanceOf(IllegalArgumentException.class);
        Envelope envelope = envelopes.seal(GCM, own.certificate(), PLAIN, HEAD);
        assertThatThrownBy(() -> envelopes.open(GCM, bank.keys().get("icbc-rsa-sign"), envelope, HEAD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Keys.Entry key() {
        KeyPair pair = TestAuthority.sm2();
        X509Certificate certificate = TestAuthority.root("root").leaf("leaf").key(pair).issue();
        return new Keys.Entry("leaf", pair.getPrivate(), List.of(certificate));
    }

    private void assertRefused(EnvelopeProfile profile, Keys.Entry key, Envelope envelope) {
        assertThatThrownBy(() -> envelopes.open(profile, key, envelope, new byte[0]))
                .isExactlyInstanceOf(EnvelopeFailure.class)
                .hasMessage("the envelope cannot be opened")
                .hasNoCause();
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 0x40;
        return changed;
    }
}

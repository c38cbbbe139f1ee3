package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.message.FailureCode;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bank signs, the centre verifies; everything that may be wrong with it has its own word. */
class SigningTest {
    private static final byte[] INPUT = "/api/x/V1?app_id=1&biz_content={}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "/api/x/V1?app_id=2&biz_content={}".getBytes(StandardCharsets.UTF_8);
    private static final SigningProfile SM2 = SigningProfile.sm2(Form.RAW, Text.BASE64);
    private static final List<String> PINNED = List.of("icbc-sm2-sign");

    private static SigningRoom bank;
    private static SigningRoom other;
    private static SigningRoom centre;

    @BeforeAll
    static void open() {
        bank = TestIdentities.room("icbc");
        other = TestIdentities.room("otherbank");
        centre = TestIdentities.room("centre");
    }

    @AfterAll
    static void close() {
        bank.close();
        other.close();
        centre.close();
    }

    static Stream<Arguments> everyProfile() {
        Stream<SigningProfile> sm2 = Stream.of(Form.values())
                .flatMap(form -> Stream.of("", SigningProfile.DEFAULT_USER_ID, "客户 0200")
                        .flatMap(id -> Stream.of(Text.BASE64, Text.HEX)
                                .map(text -> new SigningProfile(SigningProfile.Algorithm.SM2_SM3, form, text, id, id))));
        Stream<SigningProfile> split = Stream.of(SigningProfile.sm2(Form.RAW, Text.HEX_R_HASH_S));
        Stream<SigningProfile> ecdsa = Stream.of(
                SigningProfile.ecdsa(Form.RAW, Text.HEX_R_HASH_S),
                SigningProfile.ecdsa(Form.RAW, Text.HEX),
                SigningProfile.ecdsa(Form.DER, Text.BASE64));
        Stream<SigningProfile> rsa = Stream.of(SigningProfile.rsa(Text.BASE64), SigningProfile.rsa(Text.HEX));
        return Stream.of(
                        Stream.concat(sm2, split).map(p -> Arguments.of(p, "icbc-sm2-sign")),
                        ecdsa.map(p -> Arguments.of(p, "icbc-p256-sign")),
                        rsa.map(p -> Arguments.of(p, "icbc-rsa-sign")))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void acceptsWhatThePartnerSigned(SigningProfile profile, String key) {
        String signature = bank.signing().sign(profile, key, INPUT);
        Verdict verdict = centre.signing().verify(profile, List.of(key), INPUT, signature, Instant.now());
        assertThat(verdict.problem()).isNull();
        assertThat(verdict.word()).isEqualTo("accepted");
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(verdict.certificate())
                .isEqualTo(CertificateFiles.der(centre.certificates().get(key)));
        assertThat(verdict.revocation()).startsWith("good crl=");
        assertThat(OfflineSignature.verifies(profile, centre.certificates().get(key), INPUT, signature))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void refusesTheSignatureOfOtherBytes(SigningProfile profile, String key) {
        String signature = bank.signing().sign(profile, key, INPUT);
        assertThat(failure(profile, List.of(key), OTHER, signature)).isEqualTo(FailureCode.SIGNATURE_INVALID);
        assertThat(OfflineSignature.verifies(profile, centre.certificates().get(key), OTHER, signature))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyProfile")
    void signsADigestThatSomebodyElseComputed(SigningProfile profile, String key) {
        byte[] digest = bank.signing().digest(profile, key, INPUT);
        String signature = bank.signing().signDigest(profile, key, digest);
        assertThat(centre.signing().verify(profile, List.of(key), INPUT, signature, Instant.now()).accepted())
                .isTrue();
    }

    @Test
    void tellsMissingFromMalformedFromWrong() {
        assertThat(failure(SM2, PINNED, INPUT, null)).isEqualTo(FailureCode.SIGNATURE_MISSING);
        assertThat(failure(SM2, PINNED, INPUT, "")).isEqualTo(FailureCode.SIGNATURE_MISSING);
        assertThat(failure(SM2, PINNED, INPUT, "%%%")).isEqualTo(FailureCode.SIGNATURE_MALFORMED);
        assertThat(OfflineSignature.verifies(SM2, centre.certificates().get("icbc-sm2-sign"), INPUT, "%%%")).isFalse();
    }

    @Test
    void refusesTheOtherFormThanAgreed() {
        SigningProfile der = SigningProfile.sm2(Form.DER, Text.BASE64);
        String raw = bank.signing().sign(SM2, "icbc-sm2-sign", INPUT);
        String wrapped = bank.signing().sign(der, "icbc-sm2-sign", INPUT);
        assertThat(failure(der, PINNED, INPUT, raw)).isEqualTo(FailureCode.SIGNATURE_MALFORMED);
        assertThat(failure(SM2, PINNED, INPUT, wrapped)).isEqualTo(FailureCode.SIGNATURE_MALFORMED);
    }

    @Test
    void refusesTheRightSignatureWithAnotherUserId() {
        SigningProfile theirs = new SigningProfile(SigningProfile.Algorithm.SM2_SM3, Form.RAW, Text.BASE64, "a", "b");
        String signature = bank.signing().sign(theirs.mirrored(), "icbc-sm2-sign", INPUT);
        assertThat(failure(theirs, PINNED, INPUT, signature)).isNull();
        assertThat(failure(theirs.mirrored(), PINNED, INPUT, signature)).isEqualTo(FailureCode.SIGNATURE_INVALID);
    }

    @Test
    void tellsAnotherPartnersGoodSignatureFromABadOne() {
        String signature = other.signing().sign(SM2, "otherbank-sm2-sign", INPUT);
        Verdict verdict = centre.signing().verify(SM2, PINNED, INPUT, signature, Instant.now());
        assertThat(verdict.problem().code()).isEqualTo(FailureCode.SIGNER_NOT_PINNED);
        assertThat(verdict.certificate())
                .isEqualTo(CertificateFiles.der(centre.certificates().get("otherbank-sm2-sign")));
    }

    @Test
    void acceptsOldAndNewKeyWhileTheyOverlap() {
        List<String> both = List.of("icbc-sm2-sign", "icbc-sm2-sign-next");
        String old = bank.signing().sign(SM2, "icbc-sm2-sign", INPUT);
        String next = bank.signing().sign(SM2, "icbc-sm2-sign-next", INPUT);
        assertThat(failure(SM2, both, INPUT, old)).isNull();
        assertThat(failure(SM2, both, INPUT, next)).isNull();
        assertThat(failure(SM2, PINNED, INPUT, next)).isEqualTo(FailureCode.SIGNER_NOT_PINNED);
    }

    static Stream<Arguments> certificatesThatMustBeRefused() {
        return Stream.of(
                Arguments.of("icbc-sm2-expired", FailureCode.CERTIFICATE_EXPIRED),
                Arguments.of("icbc-sm2-not-yet-valid", FailureCode.CERTIFICATE_NOT_YET_VALID),
                Arguments.of("icbc-sm2-revoked", FailureCode.CERTIFICATE_REVOKED),
                Arguments.of("icbc-sm2-wrong-usage", FailureCode.CERTIFICATE_WRONG_USAGE),
                Arguments.of("icbc-sm2-untrusted", FailureCode.CERTIFICATE_UNTRUSTED));
    }

    @ParameterizedTest
    @MethodSource("certificatesThatMustBeRefused")
    void refusesAGoodSignatureByABadCertificateForItsOwnReason(String key, FailureCode reason) {
        String signature = bank.signing().sign(SM2, key, INPUT);
        Verdict verdict = centre.signing().verify(SM2, List.of(key), INPUT, signature, Instant.now());
        assertThat(verdict.problem().code()).isEqualTo(reason);
        assertThat(verdict.word()).isEqualTo("refused");
        assertThat(verdict.accepted()).isFalse();
        assertThatThrownBy(verdict::requireAccepted).hasMessageContaining(reason.code());
    }

    @Test
    void saysChannelWhereNothingIsSigned() {
        Verdict verdict = centre.signing().verify(SigningProfile.channel(), List.of(), INPUT, null, Instant.now());
        assertThat(verdict.word()).isEqualTo("channel");
        assertThat(verdict.accepted()).isTrue();
        assertThatThrownBy(() -> bank.signing().sign(SigningProfile.channel(), "icbc-sm2-sign", INPUT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatCannotWorkInAnAgreement() {
        Signing signing = centre.signing();
        assertThat(signing.problems(SM2, "centre-sm2-sign", PINNED)).isEmpty();
        assertThat(signing.problems(SigningProfile.channel(), null, List.of())).isEmpty();
        assertThat(signing.problems(SM2, "centre-rsa-sign", List.of("nobody", "icbc-rsa-sign")))
                .containsExactly(
                        "centre-rsa-sign: a key for RSA_SHA256, the profile asks for SM2_SM3",
                        "nobody: no certificate is configured as jinqiao.certificates.nobody",
                        "icbc-rsa-sign: a key for RSA_SHA256, the profile asks for SM2_SM3");
        assertThat(signing.problems(SM2, "nobody", List.of()))
                .containsExactly("nobody: no key is configured as jinqiao.keys.nobody");
    }

    private static FailureCode failure(SigningProfile profile, List<String> pinned, byte[] input, String signature) {
        Verdict verdict = centre.signing().verify(profile, pinned, input, signature, Instant.now());
        return verdict.problem() == null ? null : verdict.problem().code();
    }
}

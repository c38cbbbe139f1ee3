package io.jinqiao.workbench.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

    private static List<Cause> causes(Symptom... symptoms) {
        return Diagnosis.of(List.of(symptoms)).stream().map(Finding::cause).toList();
    }

    @Test
    void findsNothingWhereNothingWasSeen() {
        assertThat(causes(Symptom.of(Sign.IN_FORCE, "a"), Symptom.of(Sign.CLOCKS_AGREE))).isEmpty();
    }

    @Test
    void namesWhatIsNearestToUsSinceItHidesWhatLiesBehind() {
        assertThat(causes(Symptom.of(Sign.REFUSES, "signature.invalid"), Symptom.of(Sign.PASSWORD_REFUSED, "a"))).containsExactly(Cause.KEY_PASSWORD_WRONG);
    }

    @Test
    void twoKeysEachRightInThePlaceOfTheOtherAreSwapped() {
        assertThat(causes(Symptom.of(Sign.MAY_NOT_SIGN, "a"), Symptom.of(Sign.MAY_NOT_SEAL, "b"))).containsExactly(Cause.KEYS_SWAPPED);
        assertThat(causes(Symptom.of(Sign.MAY_NOT_SIGN, "a"))).containsExactly(Cause.ENCRYPTION_CERTIFICATE_SIGNS);
    }

    @Test
    void allCertificatesOutOfDateAreAClockAndOneIsACertificate() {
        Symptom one = Symptom.of(Sign.EXPIRED, "a", "t");
        Symptom other = Symptom.of(Sign.EXPIRED, "b", "t");
        assertThat(causes(one, other)).containsExactly(Cause.CLOCK);
        assertThat(causes(one, other, Symptom.of(Sign.IN_FORCE, "c"))).containsExactly(Cause.CERTIFICATE_EXPIRED);
        assertThat(causes(one)).containsExactly(Cause.CERTIFICATE_EXPIRED);
    }

    @Test
    void aCoarseCodeStandsForSeveralCausesUntilSomethingElseTellsThemApart() {
        Symptom coarse = Symptom.of(Sign.REFUSES, "freshness.*");
        assertThat(causes(coarse)).containsExactly(Cause.CLOCK, Cause.SERIAL_REUSED);
        assertThat(causes(coarse, Symptom.of(Sign.CLOCKS_AGREE))).containsExactly(Cause.SERIAL_REUSED);
        assertThat(causes(coarse, Symptom.of(Sign.CLOCKS_APART, "PT1H"))).containsExactly(Cause.CLOCK);
    }

    @Test
    void anExactCodeOrAFieldOfOursSaysItAlone() {
        assertThat(causes(Symptom.of(Sign.REFUSES, "freshness.nonce_reused"))).containsExactly(Cause.SERIAL_REUSED);
        assertThat(causes(Symptom.of(Sign.REFUSES, "field.wrong_form", "app", "", "constant"))).containsExactly(Cause.APPLICATION_ID);
        assertThat(causes(Symptom.of(Sign.REFUSES, "field.wrong_form", "other", "", ""))).containsExactly(Cause.FIELD_DISAGREED);
    }

    @Test
    void whatHelpedIsTheCauseOfTheRefusal() {
        Symptom refused = Symptom.of(Sign.REFUSES, "signature.* certificate.*");
        assertThat(causes(refused, Symptom.of(Sign.ACCEPTS_USER_ID, "x"))).containsExactly(Cause.OUR_USER_ID);
        assertThat(causes(refused, Symptom.of(Sign.ACCEPTS_NOTHING, "our-key"))).containsExactly(Cause.OUR_KEY_UNKNOWN_THERE);
    }

    @Test
    void isNotNarrowerThanWhatWasAsked() {
        Symptom refused = Symptom.of(Sign.REFUSES, "signature.invalid");
        assertThat(causes(refused, Symptom.of(Sign.ACCEPTS_NOTHING_YET, "our-key"))).contains(Cause.OUR_USER_ID, Cause.OUR_KEY_UNKNOWN_THERE).hasSizeGreaterThan(2);
        assertThat(causes(Symptom.of(Sign.REFUSES, "signature.signer_not_pinned"), Symptom.of(Sign.ACCEPTS_NOTHING_YET, "our-key"))).containsExactly(Cause.OUR_KEY_UNKNOWN_THERE);
    }

    @Test
    void whatTheAnswerShowsExplainsTheRefusal() {
        assertThat(causes(Symptom.of(Sign.REFUSES, "envelope.*"), Symptom.of(Sign.OPENS_AS, "c1c2c3"))).containsExactly(Cause.ENVELOPE_ORDER);
    }

    @Test
    void aHandshakeThatNothingExplainsHasTwoCauses() {
        assertThat(causes(Symptom.of(Sign.HANDSHAKE_FAILED, "host:1", "closed"))).containsExactly(Cause.ENDPOINT_NOT_TLS, Cause.TLS_VERSION);
    }

    @Test
    void everyTextIsThereInBothLanguagesAndAsksForTheSameFacts() {
        for (Cause cause : Cause.values()) {
            assertThat(facts(cause.text(Locale.CHINESE))).as(cause.id()).isEqualTo(facts(cause.text(Locale.ENGLISH)));
            assertThat(facts(cause.fix(Locale.CHINESE))).as(cause.id()).isEqualTo(facts(cause.fix(Locale.ENGLISH)));
            assertThat(Finding.of(cause, "A", "B").text(Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        }
        assertThat(Arrays.stream(Cause.values()).map(c -> c.text(Locale.ENGLISH))).doesNotHaveDuplicates();
    }

    private static List<String> facts(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(r -> r.group()).sorted().distinct().toList();
    }
}

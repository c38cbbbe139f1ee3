package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The hand-written checks say what the expressions they replaced said. */
class IdentifierFormsTest {

    @Property(tries = 2000)
    void identityNumbers(@ForAll("nearlyNumbers") String text) {
        boolean form = text.matches("[1-9][0-9]{16}[0-9X]");
        assertThat(formIsRight(() -> new IdentityNumber(text))).isEqualTo(form);
    }

    @Property(tries = 2000)
    void unitNumbers(@ForAll("nearlyUnits") String text) {
        boolean form = text.matches("[0-9]{12}[GJZ][A-Z][0-9]{5}([FLQ][0-9]{8}|W00000000)");
        assertThat(formIsRight(() -> new UnitNumber(text))).isEqualTo(form);
    }

    @Property(tries = 1000)
    void creditCodes(@ForAll("nearlyCodes") String text) {
        boolean form = text.matches("[0-9A-HJ-NP-RTUWXY]{18}");
        assertThat(formIsRight(() -> new CreditCode(text))).isEqualTo(form);
    }

    @Property(tries = 1000)
    void digests(@ForAll("nearlyDigests") String text) {
        assertThat(formIsRight(() -> new Digest(text))).isEqualTo(text.matches("[0-9a-f]{64}"));
    }

    @Property(tries = 1000)
    void amounts(@ForAll("nearlyAmounts") String text) {
        assertThat(formIsRight(() -> Money.parse(text))).isEqualTo(text.matches("-?[0-9]{1,18}"));
    }

    @Property
    void everyIdentityNumberWithItsCheckCharacterIsTakenAndNoOther(@ForAll("firstSeventeen") String first17) {
        char check = IdentityNumber.checkCharacter(first17);
        assertThat(new IdentityNumber(first17 + check).value()).endsWith("" + check);
        for (char other : "0123456789X".toCharArray()) {
            if (other != check) {
                assertThatThrownBy(() -> new IdentityNumber(first17 + other)).isInstanceOf(IllegalValue.class);
            }
        }
    }

    private static boolean formIsRight(Runnable value) {
        try {
            value.run();
            return true;
        } catch (IllegalValue e) {
            return e.code() != FailureCode.FIELD_WRONG_FORM || e.arguments().get(0).startsWith("birth date");
        }
    }

    @Provide
    Arbitrary<String> firstSeventeen() {
        return Arbitraries.integers().between(0, 999).map(n -> "99010119850307" + String.format("%03d", n));
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        return spoilt("990101198503070017", "0129X１Xx-");
    }

    @Provide
    Arbitrary<String> nearlyUnits() {
        return Arbitraries.of("990101001001GB00012F00020301", "990101001001JZ00012W00000000")
                .flatMap(good -> spoilt(good, "0WFLQGJZAz１"));
    }

    @Provide
    Arbitrary<String> nearlyCodes() {
        return spoilt("12990101MB00000016", "0AIOSVZ９z");
    }

    @Provide
    Arbitrary<String> nearlyDigests() {
        return spoilt("0123456789abcdef".repeat(4), "0fFg１");
    }

    @Provide
    Arbitrary<String> nearlyAmounts() {
        return Arbitraries.strings().withChars("0123456789-+.１").ofMaxLength(20);
    }

    /** The good text, or with one place changed, or one character shorter or longer. */
    private static Arbitrary<String> spoilt(String good, String characters) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, good.length() - 1);
        Arbitrary<Character> others = Arbitraries.of(characters.chars().mapToObj(c -> (char) c).toList());
        Arbitrary<String> changed = places.flatMap(at -> others.map(c -> good.substring(0, at) + c + good.substring(at + 1)));
        Arbitrary<String> length = others.flatMap(c -> Arbitraries.of(good, good.substring(1), good + c, ""));
        return Arbitraries.oneOf(changed, length);
    }

}

package io.jinqiao.opinion.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags and lengths, before anything is parsed. */
class DerShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"0500", "3000", "020104", "30050201040500", "1e00", "a000", "3004a0020500"})
    void aShapeOfDerIsPassed(String hex) {
        assertThatCode(() -> DerShape.check(HexFormat.of().parseHex(hex), "x")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | empty at byte 0", "30 | cut off at byte 1", "050000 | bytes after the end at byte 2", "05000500 | bytes after the end at byte 2",
        "1f0100 | tag 31 at byte 1", "df0100 | tag 223 at byte 1", "0000 | tag 0 at byte 1", "30020000 | tag 0 at byte 3",
        "3080 | indefinite or enormous length at byte 2", "308400000001 | indefinite or enormous length at byte 2",
        "0202 | an element is longer than what holds it at byte 2", "30020202 | an element is longer than what holds it at byte 4",
        "300305000500 | cut off at byte 5", "30010500 | cut off at byte 3", "3082 | cut off at byte 2", "308201 | cut off at byte 3",
        "04817f | a length in a longer spelling than needed at byte 3", "048200ff | a length in a longer spelling than needed at byte 4",
        "048300ffff | a length in a longer spelling than needed at byte 5", "0483000000 | a length in a longer spelling than needed at byte 5"})
    void whatIsNotInTheOneShapeIsRefused(String hex, String words) {
        MalformedSeal bad = bad(HexFormat.of().parseHex(hex));

        assertThat(bad.reason()).isEqualTo(Reason.NOT_DER);
        assertThat(bad).hasMessage("x: " + words);
    }

    @ParameterizedTest
    @CsvSource({"0481, 128", "0481, 255", "0482, 256", "0482, 65535", "0483, 65536"})
    void aLongLengthInItsShortestSpellingIsPassed(String head, int length) {
        int bytes = length < 256 ? 1 : length < 65_536 ? 2 : 3;
        byte[] der = new byte[2 + bytes + length];
        byte[] tag = HexFormat.of().parseHex(head);
        System.arraycopy(tag, 0, der, 0, 2);
        for (int i = 0; i < bytes; i++) {
            der[2 + i] = (byte) (length >> 8 * (bytes - 1 - i));
        }

        assertThatCode(() -> DerShape.check(der, "x")).doesNotThrowAnyException();
    }

    @Test
    void elementsNestTwentyFourTimesAtMost() {
        assertThatCode(() -> DerShape.check(nested(24), "x")).doesNotThrowAnyException();
        assertThat(bad(nested(25)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void thereAreTwentyThousandElementsAtMost() {
        assertThatCode(() -> DerShape.check(wide(19_999), "x")).doesNotThrowAnyException();
        assertThat(bad(wide(20_000)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    private static byte[] nested(int levels) {
        byte[] der = new byte[2 * levels];
        for (int i = 0; i < levels; i++) {
            der[2 * i] = 0x30;
            der[2 * i + 1] = (byte) (2 * (levels - 1 - i));
        }
        return der;
    }

    /** A sequence of so many NULLs. */
    private static byte[] wide(int count) {
        byte[] der = new byte[4 + 2 * count];
        Arrays.fill(der, (byte) 0);
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = (byte) (2 * count >> 8);
        der[3] = (byte) (2 * count);
        for (int i = 0; i < count; i++) {
            der[4 + 2 * i] = 5;
        }
        return der;
    }

    private static MalformedSeal bad(byte[] der) {
        MalformedSeal bad = catchThrowableOfType(MalformedSeal.class, () -> DerShape.check(der, "x"));
        assertThat(bad).isNotNull();
        return bad;
    }
}

package io.jinqiao.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import io.jinqiao.adapter.samples.SampleRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's identifiers against worked examples: specimens of the standards, and invented ones computed by another script. */
class RegistryValuesTest {
    private static final String PROOF = "鲁(2023)示例市不动产证明第0001234号";
    private static final String TYPE = "11100000MB03271699022";

    @Test
    void aUnitNumberTellsItsPlaces() {
        UnitNumber flat = new UnitNumber("371302 001001 GB00012 F00030045");
        assertThat(flat.county()).isEqualTo("371302");
        assertThat(flat.parcel()).isEqualTo("371302001001GB00012");
        assertThat(flat.land().value()).isEqualTo("371302001001GB00012W00000000");
        assertThat(flat.printed()).isEqualTo("371302 001001 GB00012 F00030045");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "3713020010010100012000300451", // 28 digits: what a public validator wants, and no unit number has
        "371302001001GB00012W00030045", // land without a fixture has no fixture's number
        "14-2-1802", // an old number of one city
        "371302001001gb00012F00030045"
    })
    void whatIsNoUnitNumberIsRefused(String text) {
        assertThat(code(() -> new UnitNumber(text))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "11100000MB0327169,9",
        "91350100M000100Y4,3",
        "12371300MB2F7Q314,0",
        "12371300MB2H1K085,U"
    })
    void creditCodesEndAsTheSpecimensDo(String first17, char check) {
        assertThat(CreditCode.checkCharacter(first17)).isEqualTo(check);
        assertThat(new CreditCode(first17 + check).value()).isEqualTo(first17 + check);
    }

    @Test
    void anIdentityNumberNeedsADayThatExists() {
        assertThat(new IdentityNumber("11010519491231002X").birthDate()).hasToString("1949-12-31");
        assertThat(IdentityNumber.checkCharacter("37130219900230101")).isEqualTo('3');
        assertThat(code(() -> new IdentityNumber("371302199002301013"))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        PROOF,
        "鲁（2023）示例市不动产证明第0001234号",
        " 鲁 ( 2023 ) 示例市 不动产证明第 0001234 号 ",
        "鲁（２０２３）示例市不动产证明第０００１２３４号"
    })
    void oneProofNumberHasOneTextHoweverItWasTyped(String typed) {
        CertificateNumber number = CertificateNumber.proof(typed);
        assertThat(number.value()).isEqualTo(PROOF);
        assertThat(number.province()).isEqualTo("鲁");
        assertThat(number.year()).isEqualTo(2023);
        assertThat(number.place()).isEqualTo("示例市");
        assertThat(number.kind()).isEqualTo(CertificateNumber.Kind.PROOF);
        assertThat(number.serial()).isEqualTo("0001234");
    }

    @Test
    void serialsOfAnyLengthAreTakenAndZerosCount() {
        assertThat(CertificateNumber.title("鲁(2022)示例市不动产权第020005678号").serial()).isEqualTo("020005678");
        assertThat(CertificateNumber.title("鲁(2022)示例市不动产权第123号").serial()).isEqualTo("123");
        assertThat(new CertificateNumber("鲁(2022)示例市不动产权第0123号")).isNotEqualTo(new CertificateNumber("鲁(2022)示例市不动产权第123号"));
    }

    @Test
    void aTitleIsNoProof() {
        String title = "鲁(2022)示例市不动产权第0005678号";
        assertThat(CertificateNumber.title(title).kind()).isEqualTo(CertificateNumber.Kind.TITLE);
        assertThat(code(() -> CertificateNumber.proof(title))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
        assertThat(code(() -> CertificateNumber.title(PROOF))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "无", "0", "鲁(23)示例市不动产证明第0001234号", "鲁2023示例市不动产证明第0001234号", "(2023)示例市不动产证明第0001234号",
        "鲁(2023)不动产证明第0001234号", "鲁(2023)示例市不动产证明第号", "鲁(2023)示例市不动产证明第0001234", "鲁(2023)示例市房产证第0001234号",
        "鲁(2023)示例市不动产证明第0001234号,鲁(2023)示例市不动产证明第0001235号"
    })
    void whatIsNoCertificateNumberIsRefused(String text) {
        assertThat(code(() -> new CertificateNumber(text))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    /** One character can become eighteen when it is normalised. */
    @Test
    void aTextThatIsTooLongIsRefusedBeforeAnybodyWorksOnIt() {
        assertThat(code(() -> new CertificateNumber("ﷺ".repeat(100_000)))).isEqualTo(FailureCode.FIELD_TOO_LONG);
    }

    @Test
    void checkCharactersOfElectronicCertificatesAreThoseOfTheSpecimens() {
        assertThat(LicenceIdentifier.checkCharacter("A12425GABC1234002")).isEqualTo('M');
        assertThat(LicenceIdentifier.checkCharacter(TYPE + "340100" + "000000016" + "001")).isEqualTo('9');
        LicenceIdentifier proof = new LicenceIdentifier("1.2.156.3005.2." + TYPE + ".12371300MB2H1K085U.20230000001234.001.T");
        assertThat(proof.type()).isEqualTo(LicenceIdentifier.PROOF);
        assertThat(proof.issuer()).isEqualTo("12371300MB2H1K085U");
    }

    @Property(tries = 2000)
    void noOtherCharacterAnywhereFitsTheSameCheckCharacter(@ForAll @IntRange(min = 0, max = 57) int place, @ForAll @IntRange(min = 1, max = 35) int further) {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        String good = TYPE + "12371300MB2H1K085U" + "2023000000123456" + "001";
        int at = place % good.length();
        char other = alphabet.charAt((alphabet.indexOf(good.charAt(at)) + further) % 36);
        String spoilt = good.substring(0, at) + other + good.substring(at + 1);
        assertThat(LicenceIdentifier.checkCharacter(spoilt)).isNotEqualTo(LicenceIdentifier.checkCharacter(good));
    }

    @Property(tries = 1000)
    void anIdentifierIsTakenExactlyWithItsCheckCharacter(@ForAll("serials") String serial, @ForAll @IntRange(max = 35) int guess) {
        String covered = TYPE + "371302" + serial + "001";
        char check = LicenceIdentifier.checkCharacter(covered);
        char guessed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(guess);
        String text = "1.2.156.3005.2." + TYPE + ".371302." + serial + ".001." + guessed;
        if (guessed == check) {
            assertThat(new LicenceIdentifier(text).value()).isEqualTo(text);
        } else {
            assertThat(code(() -> new LicenceIdentifier(text))).isEqualTo(FailureCode.CHECK_DIGIT_WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "1.2.156.3005.2.", "1.2.156.3005.2.11100000MB03271699022.371302.1.001", "1.2.156.3005.2.11100000MB03271699022.371302.1.001.TT",
        "1.2.156.3005.2.11100000MB0327169902.371302.1.001.T", "1.2.156.3005.2.11100000mb03271699022.371302.1.001.T",
        "1.2.156.3005.2.11100000MB03271699022..1.001.T", "1.2.156.3005.3.11100000MB03271699022.371302.1.001.T"
    })
    void whatHasNotTheFormOfAnIdentifierIsRefused(String text) {
        assertThat(code(() -> new LicenceIdentifier(text))).isEqualTo(FailureCode.FIELD_WRONG_FORM);
    }

    @Provide
    Arbitrary<String> serials() {
        return Arbitraries.strings().withChars("0123456789ABCXYZ").ofMinLength(1).ofMaxLength(40);
    }

    private static FailureCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(IllegalValue.class, call).code();
    }

    @Test
    void aCertificateToldByItsDigestWithoutTheFileIsRefusedByItsField() {
        Content.Group told = SampleRegistry.certificate().content();
        Content.Group without = Content.group().put("digest", told.text("digest")).build();
        for (String name : List.of("noticeNo", "caseNo", "registryNo", "proofNo", "licence", "issuedOn", "format")) {
            without = without.with(name, told.text(name));
        }
        Content.Group content = without;
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Operation.REGISTRATION_CERTIFICATE.read(content));
        assertThat(refusal.problems()).extracting(problem -> problem.code() + " " + problem.field()).containsExactly("FIELD_MISSING document");
    }
}

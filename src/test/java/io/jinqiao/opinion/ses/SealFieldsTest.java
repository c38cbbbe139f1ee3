package io.jinqiao.opinion.ses;

import static io.jinqiao.opinion.ses.SesPeople.SEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of a sealed value in turn: another kind, one too many, one too few. The complaint names it. */
class SealFieldsTest {
    private static final SealExtension EXTENSION = new SealExtension("1.2.3", true, Octets.of(new byte[] {7}));
    private static final SealedValue VALUE = value();

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        SealedValue fresh = value();
        assertThat(SealedValue.decode(fresh.encoded())).isEqualTo(fresh);
        assertThat(Seal.decode(VALUE.toSign().seal().encoded())).isEqualTo(VALUE.toSign().seal());
        SealExtension harmless = new SealExtension("1.2.4", false, Octets.of(new byte[0]));
        SealInfo info = VALUE.toSign().seal().info();
        Seal digests = Seal.made(new SealInfo("", "", new SealProperty(0, "", digests(), SEALED, SEALED, SEALED),
                new SealImage("", Octets.of(new byte[0]), 0, 0), List.of(harmless, EXTENSION)), SesPeople.MAKER);
        assertThat(Seal.decode(digests.encoded())).isEqualTo(digests);
        assertThat(info.property().signers().type()).isEqualTo(1);
        assertThat(digests().type()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | SES_Signature", "0 | SES_Signature.toSign", "0.1 | SES_Signature.toSign.eseal",
        "0.1.0 | SES_Signature.toSign.eseal.eSealInfo", "0.1.0.0 | SES_Signature.toSign.eseal.eSealInfo.header",
        "0.1.0.2 | SES_Signature.toSign.eseal.eSealInfo.property", "0.1.0.3 | SES_Signature.toSign.eseal.eSealInfo.picture",
        "0.1.0.4.0 | SES_Signature.toSign.eseal.eSealInfo.extDatas[0]", "0.5.0 | SES_Signature.toSign.extDatas[0]"})
    void oneFieldMoreOrFewerIsRefused(String where, String path) {
        assertBad(changed(where, fields -> {
            ASN1Encodable[] longer = Arrays.copyOf(fields, fields.length + 1);
            longer[fields.length] = DERNull.INSTANCE;
            return longer;
        }), path, "more fields than expected");
        MalformedSeal fewer = refused(changed(where, fields -> new ASN1Encodable[0]));
        assertThat(fewer.path()).startsWith(path);
        assertThat(fewer).hasMessageEndingWith("missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | toSign | no SEQUENCE", "1 | cert | OctetString expected", "2 | signatureAlgID | ObjectIdentifier expected",
        "3 | signature | BitString expected", "4 | timeStamp | TaggedObject expected",
        "0.0 | toSign.version | Integer expected", "0.1 | toSign.eseal | no SEQUENCE", "0.2 | toSign.timeInfo | GeneralizedTime expected",
        "0.3 | toSign.dataHash | BitString expected", "0.4 | toSign.propertyInfo | IA5String expected",
        "0.5 | toSign.extDatas | TaggedObject expected", "0.5.0 | toSign.extDatas[0] | no SEQUENCE",
        "0.5.0.0 | toSign.extDatas[0].extnID | ObjectIdentifier expected", "0.5.0.1 | toSign.extDatas[0].extnValue | OctetString expected",
        "0.5.0.2 | toSign.extDatas[0].extnValue | OctetString expected",
        "0.1.0 | toSign.eseal.eSealInfo | no SEQUENCE", "0.1.1 | toSign.eseal.cert | OctetString expected",
        "0.1.2 | toSign.eseal.signAlgID | ObjectIdentifier expected", "0.1.3 | toSign.eseal.signedValue | BitString expected",
        "0.1.0.0 | toSign.eseal.eSealInfo.header | no SEQUENCE", "0.1.0.0.0 | toSign.eseal.eSealInfo.header.ID | IA5String expected",
        "0.1.0.0.1 | toSign.eseal.eSealInfo.header.version | Integer expected",
        "0.1.0.1 | toSign.eseal.eSealInfo.esID | IA5String expected",
        "0.1.0.2.0 | toSign.eseal.eSealInfo.property.type | Integer expected",
        "0.1.0.2.1 | toSign.eseal.eSealInfo.property.name | UTF8String expected",
        "0.1.0.2.2 | toSign.eseal.eSealInfo.property.certListType | Integer expected",
        "0.1.0.2.3 | toSign.eseal.eSealInfo.property.certList | no SEQUENCE",
        "0.1.0.2.3.0 | toSign.eseal.eSealInfo.property.certList | OctetString expected",
        "0.1.0.2.4 | toSign.eseal.eSealInfo.property.createDate | GeneralizedTime expected",
        "0.1.0.2.5 | toSign.eseal.eSealInfo.property.validStart | GeneralizedTime expected",
        "0.1.0.2.6 | toSign.eseal.eSealInfo.property.validEnd | GeneralizedTime expected",
        "0.1.0.3.0 | toSign.eseal.eSealInfo.picture.type | IA5String expected",
        "0.1.0.3.1 | toSign.eseal.eSealInfo.picture.data | OctetString expected",
        "0.1.0.3.2 | toSign.eseal.eSealInfo.picture.width | Integer expected"})
    void aFieldOfAnotherKindIsNamed(String where, String path, String words) {
        assertBad(replaced(where, DERNull.INSTANCE), "SES_Signature." + path, words);
    }

    @Test
    void headerAndVersionAreThoseOfTheStandard() {
        assertBad(replaced("0.1.0.0.0", new DERIA5String("EX")), "SES_Signature.toSign.eseal.eSealInfo.header.ID", "ES expected");
        MalformedSeal five = refused(replaced("0.0", new ASN1Integer(5)));
        assertThat(five.reason()).isEqualTo(Reason.VERSION_UNKNOWN);
        assertThat(five).hasMessage("SES_Signature.toSign.version: 5");
    }

    @Test
    void numbersAreNeitherNegativeNorEnormous() throws Exception {
        String width = "SES_Signature.toSign.eseal.eSealInfo.picture.width";

        assertThat(SealedValue.decode(replaced("0.1.0.3.2", new ASN1Integer(Integer.MAX_VALUE))).toSign().seal().info().image().width())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(SealedValue.decode(replaced("0.1.0.3.2", new ASN1Integer(0))).toSign().seal().info().image().width()).isZero();
        assertBad(replaced("0.1.0.3.2", new ASN1Integer(-1)), width, "a number between 0 and 2^31 expected");
        assertBad(replaced("0.1.0.3.2", new ASN1Integer(1L << 31)), width, "a number between 0 and 2^31 expected");
    }

    @Test
    void textsAreAscii() throws Exception {
        assertThat(SealedValue.decode(replaced("0.4", new DERIA5String("\u007f"))).toSign().propertyInfo()).isEqualTo("\u007f");
        assertBad(replaced("0.4", new DERIA5String("\u0080")), "SES_Signature.toSign.propertyInfo", "characters outside ASCII");
    }

    @Test
    void bitsAreWholeBytes() {
        byte[] even = {2};

        assertBad(replaced("3", new DERBitString(even, 1)), "SES_Signature.signature", "not a whole number of bytes");
        assertBad(replaced("4", new DERTaggedObject(true, 0, new DERBitString(even, 1))), "SES_Signature.timeStamp",
                "BIT STRING of whole bytes expected");
        assertBad(replaced("4", new DERTaggedObject(true, 0, DERNull.INSTANCE)), "SES_Signature.timeStamp",
                "BIT STRING of whole bytes expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260601000000.5Z", "20260601000000+0800", "20260631000000Z", "20260601240000Z"})
    void aTimeHasOneSpelling(String time) {
        MalformedSeal bad = refused(replaced("0.2", new ASN1GeneralizedTime(time)));

        assertThat(bad.reason()).isIn(Reason.WRONG_STRUCTURE, Reason.NOT_DER);
        assertThat(bad.path()).isIn("SES_Signature.toSign.timeInfo", "SES_Signature");
    }

    @Test
    void whatIsOptionalStandsInTheTagOfTheStandard() {
        String expected = "[0] EXPLICIT expected";

        assertBad(replaced("4", new DERTaggedObject(true, 1, new DERBitString(new byte[1]))), "SES_Signature.timeStamp", expected);
        assertThat(refused(replaced("4", new DERTaggedObject(false, 0, new DERBitString(new byte[1])))).path())
                .startsWith("SES_Signature");
    }

    @Test
    void anExtensionOfNothingButItsNameIsRefused() {
        assertBad(changed("0.5.0", fields -> Arrays.copyOf(fields, 1)), "SES_Signature.toSign.extDatas[0].extnValue", "missing");
    }

    @Test
    void aFlagThatIsFalseIsLeftOut() {
        MalformedSeal bad = refused(replaced("0.5.0.1", ASN1Boolean.FALSE));

        assertThat(bad.reason()).isEqualTo(Reason.NOT_DER);
        assertThat(bad).hasMessage("SES_Signature: not the one spelling of DER");
    }

    @Test
    void aListHasTwoHundredAndFiftySixEntriesAtMost() throws Exception {
        assertThat(Seal.decode(listing(256).encoded()).info().property().signers().type()).isEqualTo(1);
        MalformedSeal bad = catchThrowableOfType(MalformedSeal.class, () -> Seal.decode(listing(257).encoded()));
        assertThat(bad.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(bad).hasMessage("SESeal.eSealInfo.property.certList: more than 256 elements");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aListIsOfOneOfTwoKinds(int type) {
        assertBad(replaced("0.1.0.2.2", new ASN1Integer(type)), "SES_Signature.toSign.eseal.eSealInfo.property.certList",
                "certListType " + type + ", 1 or 2 expected");
    }

    @Test
    void anEntryOfAListOfDigestsHasTwoFields() {
        ASN1Encodable more = new DERSequence(new DERSequence(new ASN1Encodable[] {
            new org.bouncycastle.asn1.DERPrintableString("SM3"), new org.bouncycastle.asn1.DEROctetString(new byte[1]), DERNull.INSTANCE}));
        byte[] der = changed("0.1.0.2", fields -> {
            fields[2] = new ASN1Integer(2);
            fields[3] = more;
            return fields;
        });

        assertBad(der, "SES_Signature.toSign.eseal.eSealInfo.property.certList[0]", "more fields than expected");
    }

    @Test
    void aSealHasFourMebibytesAtMostAndAValueOneMore() {
        assertThat(reason(() -> Seal.decode(new byte[Seal.LARGEST]))).isEqualTo(Reason.NOT_DER);
        assertThat(reason(() -> Seal.decode(new byte[Seal.LARGEST + 1]))).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(() -> SealedValue.decode(new byte[5 << 20]))).isEqualTo(Reason.NOT_DER);
        assertThat(reason(() -> SealedValue.decode(new byte[(5 << 20) + 1]))).isEqualTo(Reason.TOO_LARGE);
    }

    // --- what cannot be written
    @Test
    void aRecordThatCannotBeWrittenCannotBe() {
        Instant half = SEALED.plusMillis(500);
        SignerList list = digests();
        Octets none = Octets.of(new byte[0]);
        refuses(() -> new SealProperty(1, "", list, half, SEALED, SEALED));
        refuses(() -> new SealProperty(1, "", list, SEALED, half, SEALED));
        refuses(() -> new SealProperty(1, "", list, SEALED, SEALED, half));
        refuses(() -> new ToSign(VALUE.toSign().seal(), Instant.parse("-0001-01-01T00:00:00Z"), none, "", List.of()));
        refuses(() -> new ToSign(VALUE.toSign().seal(), Instant.parse("+10000-01-01T00:00:00Z"), none, "", List.of()));
        refuses(() -> new ToSign(VALUE.toSign().seal(), SEALED, none, "路", List.of()));
        refuses(() -> new SealImage("图", none, 1, 1));
        refuses(() -> new SealImage("", none, -1, 1));
        refuses(() -> new SealImage("", none, 1, -1));
        refuses(() -> new SealInfo("商", "", VALUE.toSign().seal().info().property(), new SealImage("", none, 1, 1), List.of()));
        refuses(() -> new SealInfo("", "号", VALUE.toSign().seal().info().property(), new SealImage("", none, 1, 1), List.of()));
        refuses(() -> new SignerList.CertificateDigest("算", none));
        assertThat(Texts.requireSeconds(Instant.parse("0000-01-01T00:00:00Z"))).isEqualTo("0000-01-01T00:00:00Z");
        assertThat(Texts.requireSeconds(Instant.parse("9999-12-31T23:59:59Z"))).isEqualTo("9999-12-31T23:59:59Z");
        assertThat(Texts.requireAscii("a")).isEqualTo("a");
    }

    @Test
    void octetsAreTheirBytesAndNobodyElses() {
        byte[] bytes = {1, 2};
        Octets octets = Octets.of(bytes);
        bytes[0] = 9;
        octets.bytes()[1] = 9;

        assertThat(octets).isEqualTo(Octets.of(new byte[] {1, 2})).isNotEqualTo(Octets.of(bytes)).isNotEqualTo("x");
        assertThat(octets.length()).isEqualTo(2);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }

    private static SealedValue value() {
        SealInfo plain = SesPeople.info(SesPeople.listed(SesPeople.SIGNER));
        Seal seal = Seal.made(
                new SealInfo(plain.vendor(), plain.sealId(), plain.property(), plain.image(), List.of(EXTENSION)), SesPeople.MAKER);
        ToSign toSign = new ToSign(seal, SEALED, Octets.of(new byte[32]), "/a", List.of(EXTENSION));
        return SealedValue.made(toSign, SesPeople.SIGNER).withTimeStamp(new byte[] {5, 6});
    }

    private static SignerList digests() {
        return new SignerList.Digests(List.of(new SignerList.CertificateDigest("SM3", Octets.of(new byte[32]))));
    }

    private static Seal listing(int count) {
        List<Octets> certificates = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> Octets.of(new byte[] {(byte) i})).toList());
        return Seal.made(SesPeople.info(new SignerList.Certificates(certificates)), SesPeople.MAKER);
    }

    /** The value with one element replaced. */
    private static byte[] replaced(String where, ASN1Encodable by) {
        int dot = where.lastIndexOf('.');
        int last = Integer.parseInt(where.substring(dot + 1));
        return changed(dot < 0 ? "" : where.substring(0, dot), fields -> {
            fields[last] = by;
            return fields;
        });
    }

    /** The value with the elements of one SEQUENCE changed. */
    private static byte[] changed(String where, UnaryOperator<ASN1Encodable[]> change) {
        int[] path = where.isEmpty() ? new int[0] : Arrays.stream(where.split("\\.")).mapToInt(Integer::parseInt).toArray();
        return Der.bytes(changed(ASN1Sequence.getInstance(VALUE.encoded()), path, 0, change));
    }

    private static ASN1Encodable changed(ASN1Encodable value, int[] path, int depth, UnaryOperator<ASN1Encodable[]> change) {
        if (value.toASN1Primitive() instanceof ASN1TaggedObject tagged) {
            return new DERTaggedObject(true, 0, changed(tagged.getExplicitBaseObject(), path, depth, change));
        }
        ASN1Encodable[] fields = ASN1Sequence.getInstance(value).toArray();
        if (depth == path.length) {
            return new DERSequence(change.apply(fields));
        }
        fields[path[depth]] = changed(fields[path[depth]], path, depth + 1, change);
        return new DERSequence(fields);
    }

    private static Reason reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        return catchThrowableOfType(MalformedSeal.class, reading).reason();
    }

    private static MalformedSeal refused(byte[] der) {
        MalformedSeal refused = catchThrowableOfType(MalformedSeal.class, () -> SealedValue.decode(der));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static void assertBad(byte[] der, String path, String words) {
        MalformedSeal bad = refused(der);
        assertThat(bad).hasMessage(path + ": " + words);
        assertThat(bad.reason()).isEqualTo(Reason.WRONG_STRUCTURE);
    }
}

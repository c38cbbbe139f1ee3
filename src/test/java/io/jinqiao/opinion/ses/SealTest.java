package io.jinqiao.opinion.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import io.jinqiao.signing.OfflineSignature;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.support.TestIdentities;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final SigningProfile SM2 = SigningProfile.sm2(Form.DER, Text.BASE64);

    @Test
    void theMakersSignatureIsOverTheInformationOfTheSeal() throws Exception {
        Seal seal = Seal.decode(SesPeople.seal().encoded());

        assertThat(verifies(SesPeople.MAKER, seal.info().encoded(), seal.signature())).isTrue();
        assertThat(verifies(SesPeople.STRANGER, seal.info().encoded(), seal.signature())).isFalse();
    }

    @Test
    void theSignersSignatureIsOverWhatIsToBeSigned() throws Exception {
        SealedValue value =
                SealedValue.decode(SealedValue.made(SesPeople.toSign(SesPeople.seal()), SesPeople.SIGNER).encoded());

        assertThat(verifies(SesPeople.SIGNER, value.toSign().encoded(), value.signature())).isTrue();
        assertThat(value.toSign().propertyInfo()).isEqualTo("/Doc_0/Signs/Sign_0/Signature.xml");
        assertThat(value.timeStamp()).isNull();
    }

    @Test
    void aKeyOfTheGatewaySignsThroughTheSigningRoomsDoor() {
        try (SigningRoom room = TestIdentities.room("centre")) {
            String alias = "centre-sm2-sign";
            SesKey key = SesKey.of(room.signing(), alias, room.keys().get(alias).certificate());
            Seal seal = Seal.made(SesPeople.info(SesPeople.listed(SesPeople.SIGNER)), key);

            assertThat(verifies(key, seal.info().encoded(), seal.signature())).isTrue();
        }
    }

    @Test
    void aTimeStampIsCarriedBesideTheSignature() throws Exception {
        SealedValue plain = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SesPeople.SIGNER);
        SealedValue stamped = SealedValue.decode(plain.withTimeStamp(new byte[] {5, 6}).encoded());

        assertThat(stamped.timeStamp()).isEqualTo(Octets.of(new byte[] {5, 6}));
        assertThat(stamped.signature()).isEqualTo(plain.signature());
    }

    @Test
    void refusesBytesAfterTheEnd() {
        byte[] der = SesPeople.seal().encoded();

        assertThat(refused(Arrays.copyOf(der, der.length + 1)).reason()).isEqualTo(Reason.NOT_DER);
    }

    @Test
    void refusesASealThatIsCutOff() {
        byte[] der = SesPeople.seal().encoded();

        assertThat(refused(Arrays.copyOf(der, der.length - 1)).reason()).isEqualTo(Reason.NOT_DER);
        assertThat(refused(new byte[0]).reason()).isEqualTo(Reason.NOT_DER);
    }

    @Test
    void refusesAnIndefiniteLength() throws Exception {
        ASN1Sequence seal = ASN1Sequence.getInstance(SesPeople.seal().encoded());

        assertThat(refused(new BERSequence(seal.toArray()).getEncoded()).reason()).isEqualTo(Reason.NOT_DER);
    }

    @Test
    void refusesALengthInALongerSpelling() {
        byte[] longer = HexFormat.of().parseHex("308103020104");

        assertThat(refused(longer).reason()).isEqualTo(Reason.NOT_DER);
    }

    @Test
    void refusesMoreBytesThanASealMayHave() {
        assertThat(refused(new byte[Seal.LARGEST + 1]).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesNestingThatWouldExhaustAParser() {
        byte[] nested = new byte[400];
        for (int i = 0; i < 50; i++) {
            nested[2 * i] = 0x30;
            nested[2 * i + 1] = (byte) (98 - 2 * i);
        }

        assertThat(refused(Arrays.copyOf(nested, 100)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void refusesMoreElementsThanASealMayHave() throws Exception {
        ASN1EncodableVector many = new ASN1EncodableVector();
        for (int i = 0; i < 30_000; i++) {
            many.add(DERNull.INSTANCE);
        }

        assertThat(refused(new DERSequence(many).getEncoded()).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void namesAnotherVersionOfTheStandard(int version) throws Exception {
        MalformedSeal refused = refused(withHeaderField(1, new ASN1Integer(version)));

        assertThat(refused.reason()).isEqualTo(Reason.VERSION_UNKNOWN);
        assertThat(refused.path()).isEqualTo("SESeal.eSealInfo.header.version");
    }

    @Test
    void namesTheFieldThatIsOfAnotherKind() throws Exception {
        MalformedSeal refused = refused(withHeaderField(2, DERNull.INSTANCE));

        assertThat(refused.reason()).isEqualTo(Reason.WRONG_STRUCTURE);
        assertThat(refused.path()).isEqualTo("SESeal.eSealInfo.header.Vid");
    }

    @Test
    void writesNoTimeWithAFraction() {
        Instant fraction = Instant.parse("2026-06-01T00:00:00.5Z");

        assertThatThrownBy(() -> new ToSign(SesPeople.seal(), fraction, Octets.of(new byte[32]), "/a", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The seal with one field of its header replaced. */
    private static byte[] withHeaderField(int index, org.bouncycastle.asn1.ASN1Encodable value) throws Exception {
        ASN1Sequence seal = ASN1Sequence.getInstance(SesPeople.seal().encoded());
        ASN1Sequence info = ASN1Sequence.getInstance(seal.getObjectAt(0));
        var header = ASN1Sequence.getInstance(info.getObjectAt(0)).toArray();
        header[index] = value;
        var fields = info.toArray();
        fields[0] = new DERSequence(header);
        var whole = seal.toArray();
        whole[0] = new DERSequence(fields);
        return new DERSequence(whole).getEncoded();
    }

    private static MalformedSeal refused(byte[] der) {
        MalformedSeal refused = catchThrowableOfType(MalformedSeal.class, () -> Seal.decode(der));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static boolean verifies(SesKey key, byte[] bytes, Octets signature) {
        return OfflineSignature.verifies(
                SM2, key.certificate(), bytes, Base64.getEncoder().encodeToString(signature.bytes()));
    }
}

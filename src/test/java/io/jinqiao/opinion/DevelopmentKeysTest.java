package io.jinqiao.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.OpinionSettings.Format;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.ofd.OfdOpinions;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.DeviceKey;
import io.jinqiao.opinion.seal.ElectronicSeal;
import io.jinqiao.opinion.seal.ReceivedSeal;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.sheet.Sheet;
import io.jinqiao.opinion.sheet.Typeface;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.TimeStampFailure;
import io.jinqiao.signing.TimeStamps;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.TimeStampAuthority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Documents sealed with the development's keys and time-stamped by its authority, held against our own verification. */
class DevelopmentKeysTest {
    private static final String CENTRE = "示范市住房公积金中心";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Typeface TYPEFACE = Typeface.load();
    private static final Sheet SHEET = new OpinionForm(TYPEFACE, new Letterhead(CENTRE, "https://verify.example.invalid/opinion", true))
            .lay(new Opinion(Approvals.ordinary(), "示范银行"));
    private static final SigningRoom ROOM = TestIdentities.room("centre");
    private static final SealDevices DEVICES = SealRooms.devices(
            SealRooms.settings(true, false, Format.PDF),
            Map.of("keys", ROOM.keys(), "signing", ROOM.signing(), "development", new AcceptsDevelopmentCertificates() {}));

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @Test
    void aPdfIsSignedWithSm2WhenTheSettingsSaySo() {
        byte[] file = new PdfOpinions(TYPEFACE, new SealDesign(CENTRE, "贷款审批专用章", SealDesign.SAMPLE), DEVICES.pdf(), ZONE)
                .seal(SHEET, Instant.now(), "审批");

        DocumentVerdict verdict = verify(file);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.with(Outcome.PASSED).stream().map(Finding::step))
                .contains(
                        VerificationStep.DIGESTS, VerificationStep.COVERAGE, VerificationStep.SIGNED_DATA, VerificationStep.SIGNATURE,
                        VerificationStep.SIGNER_CERTIFICATE, VerificationStep.SIGNER_REVOCATION);
        file[file.length / 3] ^= 1;
        assertThat(verify(file).with(Outcome.FAILED)).isNotEmpty();
    }

    @Test
    void anOfdCarriesATimeStampOfTheAuthority() {
        try (TimeStampAuthority authority = TimeStampAuthority.start(TestIdentities.made(), Clock.systemUTC(), 0)) {
            byte[] file = sealed(ROOM.timeStamps(authority.url()));

            DocumentVerdict verdict = verify(file);
            assertThat(verdict.failures()).isEmpty();
            assertThat(verdict.with(Outcome.PASSED).stream().map(Finding::step))
                    .contains(VerificationStep.SIGNATURE, VerificationStep.SEAL_LIST, VerificationStep.TIMES, VerificationStep.TIME_STAMP);
        }
    }

    @Test
    void nothingIsSealedWhenTheAuthorityDoesNotAnswer() {
        String gone;
        try (TimeStampAuthority authority = TimeStampAuthority.start(TestIdentities.made(), Clock.systemUTC(), 0)) {
            gone = authority.url();
        }

        assertThatThrownBy(() -> sealed(ROOM.timeStamps(gone))).isInstanceOf(TimeStampFailure.class);
    }

    private static byte[] sealed(TimeStamps timeStamps) {
        Sm2SealDevice device = DEVICES.ofd();
        try (SigningRoom works = TestIdentities.room("sealmaker")) {
            byte[] seal = new SealMaking(works.signing(), works.keys().get("seal-maker-sm2"))
                    .sample("T1", CENTRE, "贷款审批专用章", device.certificate(), Instant.now().minusSeconds(60), Duration.ofDays(30));
            return new OfdOpinions(TYPEFACE, ZONE)
                    .seal(SHEET, Instant.now(), new ElectronicSeal(ReceivedSeal.read(seal).seal(), new DeviceKey(device), timeStamps));
        }
    }

    private static DocumentVerdict verify(byte[] file) {
        VerificationBasis basis = new VerificationBasis(
                ROOM.material().anchors(), ROOM.material().lists(), true, Set.of(), null, Instant.now().plusSeconds(5),
                LocalDate.of(2026, 12, 1));
        return OpinionVerification.verify(file, basis);
    }
}

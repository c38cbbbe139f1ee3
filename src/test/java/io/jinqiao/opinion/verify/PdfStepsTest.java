package io.jinqiao.opinion.verify;

import static io.jinqiao.opinion.ses.SesPeople.ROOT;
import static io.jinqiao.opinion.ses.SesPeople.SEALED;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.FailureCode;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.signing.TestAuthority;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** The steps for a PDF one after the other, on a file written by hand: with a time-stamp, with revocation, without a time. */
class PdfStepsTest {
    private static final String TIME = "/M (D:20260601000000Z)";
    private static final KeyPair KEY = TestAuthority.rsa(2048);
    private static final X509Certificate SIGNER =
            ROOT.leaf("Signer, O=Centre").key(KEY).usage(KeyUsage.nonRepudiation).issue();
    private static final X509CRL REVOKED = ROOT.crl().revoke(SIGNER, SEALED.plusSeconds(60)).issue();

    @Test
    void everyStepThatAPdfHasIsAnswered() throws Exception {
        DocumentVerdict verdict = verify(plain(SIGNER, TIME), ROOT.crl().issue());

        assertThat(verdict.format()).isEqualTo("pdf");
        assertThat(verdict.with(Outcome.PASSED)).extracting(Finding::step).containsExactly(
                VerificationStep.PACKAGE, VerificationStep.DIGESTS, VerificationStep.COVERAGE, VerificationStep.SIGNED_DATA,
                VerificationStep.SIGNATURE, VerificationStep.SIGNER_CERTIFICATE, VerificationStep.SIGNER_REVOCATION,
                VerificationStep.TIMES, VerificationStep.ORGANISATION);
        assertThat(verdict.with(Outcome.NOT_APPLICABLE)).extracting(f -> f.step() + " " + f.code()).containsExactly(
                "SEAL document.no_seal_in_pdf", "MAKER_CERTIFICATE document.no_seal_in_pdf",
                "MAKER_REVOCATION document.no_seal_in_pdf", "SEAL_LIST document.no_seal_in_pdf", "TIME_STAMP document.no_time_stamp");
        assertThat(verdict.with(Outcome.NOT_CHECKED)).extracting(f -> f.step() + " " + f.code())
                .containsExactly("RECORD document.needs_record", "STANDING document.needs_record");
    }

    @Test
    void aPageWithoutANumberIsNobodysRecord() throws Exception {
        DocumentVerdict verdict = PdfVerification.verify(plain(SIGNER, TIME), Bases.full());

        assertThat(verdict.findings()).contains(
                Finding.failed(VerificationStep.RECORD, DocumentFault.NUMBER_MISSING),
                Finding.notChecked(VerificationStep.STANDING, DocumentFault.NEEDS_RECORD));
    }

    @Test
    void aSignatureThatTheKeyDidNotMakeIsRefused() throws Exception {
        byte[] file = new RawPdf().sealed(TIME, covered -> {
            byte[] der = container(SIGNER, covered).der();
            der[der.length - 1] ^= 1; // the signature stands last
            return der;
        });

        assertThat(verify(file, ROOT.crl().issue()).with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.SIGNATURE, DocumentFault.SIGNATURE_WRONG));
    }

    @Test
    void aSignatureMadeForAnotherCertificateIsRefused() throws Exception {
        X509Certificate other = ROOT.leaf("Signer, O=Centre").key(KEY).usage(KeyUsage.nonRepudiation).issue();
        byte[] file = new RawPdf().sealed(TIME, covered -> container(SIGNER, covered)
                .with(PKCSObjectIdentifiers.id_aa_signingCertificateV2, Container.naming(other))
                .der());

        assertThat(verify(file, ROOT.crl().issue()).with(Outcome.FAILED)).containsExactly(
                Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.CMS_MALFORMED, "signed attributes"));
    }

    @Test
    void signerWhoIsRevokedNowIsRefusedWithoutATimeStamp() throws Exception {
        DocumentVerdict verdict = verify(plain(SIGNER, TIME), REVOKED);

        assertThat(verdict.failures()).containsExactly(FailureCode.CERTIFICATE_REVOKED.code());
        assertThat(verdict.with(Outcome.FAILED)).extracting(Finding::step).containsExactly(VerificationStep.SIGNER_REVOCATION);
    }

    @Test
    void aTimeStampProvesThatTheSignerWasRevokedOnlyLater() throws Exception {
        byte[] before = new RawPdf().sealed(TIME, covered -> container(SIGNER, covered).stamped(SEALED.plusSeconds(5)));
        byte[] after = new RawPdf().sealed(TIME, covered -> container(SIGNER, covered).stamped(SEALED.plusSeconds(60)));

        assertThat(verify(before, REVOKED).failures()).isEmpty();
        assertThat(verify(before, REVOKED).findings()).contains(Finding.passed(VerificationStep.TIME_STAMP));
        assertThat(verify(after, REVOKED).failures()).containsExactly(FailureCode.CERTIFICATE_REVOKED.code());
    }

    @Test
    void signerWhoseCertificateBeganAfterTheSealingIsRefused() throws Exception {
        X509Certificate late = ROOT.leaf("Signer, O=Centre").key(KEY).usage(KeyUsage.nonRepudiation).from(SEALED.plusSeconds(1)).issue();

        assertThat(verify(plain(late, TIME), ROOT.crl().issue()).failures())
                .containsExactly(FailureCode.CERTIFICATE_NOT_YET_VALID.code());
    }

    /** Then the certificate counts at the proven time, or now. */
    @Test
    void aSignatureWithoutItsTimeIsRefused() throws Exception {
        X509Certificate late = ROOT.leaf("Signer, O=Centre").key(KEY).usage(KeyUsage.nonRepudiation).from(SEALED.plusSeconds(60)).issue();
        byte[] stamped = new RawPdf().sealed("", covered -> container(late, covered).stamped(SEALED.plusSeconds(59)));

        assertThat(verify(plain(late, ""), ROOT.crl().issue()).with(Outcome.FAILED))
                .containsExactly(Finding.failed(VerificationStep.TIMES, DocumentFault.TIME_MISSING));
        assertThat(verify(stamped, ROOT.crl().issue()).failures())
                .containsExactly(FailureCode.CERTIFICATE_NOT_YET_VALID.code(), DocumentFault.TIME_MISSING.code());
    }

    @Test
    void aFileWhoseSkeletonIsDamagedIsStillAskedForItsSignature() throws Exception {
        byte[] file = new RawPdf().with(9, "<</Shadow true>>").sealed(TIME, covered -> container(SIGNER, covered).der());
        DocumentVerdict verdict = verify(file, ROOT.crl().issue());

        assertThat(verdict.failures()).containsExactly(DocumentFault.PDF_SHADOW.code());
        assertThat(verdict.findings()).contains(Finding.passed(VerificationStep.SIGNATURE),
                Finding.notChecked(VerificationStep.RECORD, DocumentFault.NEEDS_EARLIER));
    }

    /** The time stands in what cannot be read, so nothing is said of it; a proven time is enough for the certificate. */
    @Test
    void ofAFileThatCannotBeReadTheTimeIsNotCheckedInsteadOfMissed() throws Exception {
        RawPdf damaged = new RawPdf().with(9, "<</Shadow true>>");
        X509Certificate expired = ROOT.leaf("Signer, O=Centre").key(KEY).usage(KeyUsage.nonRepudiation).to(SEALED.plusSeconds(60)).issue();
        DocumentVerdict plain = verify(damaged.sealed(TIME, covered -> container(expired, covered).der()), ROOT.crl().issue());
        DocumentVerdict stamped = verify(
                damaged.sealed(TIME, covered -> container(expired, covered).stamped(SEALED.plusSeconds(61))), ROOT.crl().issue());

        assertThat(plain.failures()).containsExactly(DocumentFault.PDF_SHADOW.code());
        assertThat(plain.findings()).contains(
                Finding.notChecked(VerificationStep.TIMES, DocumentFault.NEEDS_EARLIER),
                Finding.notChecked(VerificationStep.SIGNER_CERTIFICATE, DocumentFault.NEEDS_EARLIER),
                Finding.passed(VerificationStep.SIGNER_REVOCATION));
        assertThat(stamped.failures())
                .containsExactly(DocumentFault.PDF_SHADOW.code(), FailureCode.CERTIFICATE_EXPIRED.code());
    }

    /** The signature holds and a lenient reader shows the page; yet another reader might see something else in front. */
    @Test
    void aFileWithAnotherSkeletonThanOursIsRefusedThoughItIsSigned() throws Exception {
        RawPdf pdf = new RawPdf();
        pdf.head = "%PDF-1.7\n%" + "x".repeat(90) + "\n";
        DocumentVerdict verdict = verify(pdf.sealed(TIME, covered -> container(SIGNER, covered).der()), ROOT.crl().issue());

        assertThat(verdict.with(Outcome.FAILED)).extracting(Finding::step)
                .containsExactly(VerificationStep.PACKAGE);
        assertThat(verdict.findings()).contains(Finding.passed(VerificationStep.SIGNATURE),
                Finding.failed(VerificationStep.PACKAGE, DocumentFault.PDF_DAMAGED, "xref"));
    }

    private static byte[] plain(X509Certificate signer, String time) throws Exception {
        return new RawPdf().sealed(time, covered -> container(signer, covered).der());
    }

    private static Container container(X509Certificate signer, byte[] covered) {
        Container container = new Container(KEY, signer, "SHA256withRSA");
        container.covered = covered;
        return container;
    }

    private static DocumentVerdict verify(byte[] file, X509CRL list) {
        return PdfVerification.verify(file, new VerificationBasis(
                List.of(ROOT.certificate), List.of(list), false, Set.of("Centre"), null, SEALED.plus(Duration.ofHours(1)), Bases.TODAY));
    }
}

package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All steps for a sealed PDF, in their order; decisions are in the steps. */
public final class PdfVerification {
    private PdfVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        Findings findings = new Findings();
        findings.notApplicable(DocumentFault.NO_SEAL_IN_PDF, VerificationStep.SEAL, VerificationStep.MAKER_CERTIFICATE,
                VerificationStep.MAKER_REVOCATION, VerificationStep.SEAL_LIST);
        PdfRange range = range(file, findings);
        PdfContent content = content(file, range, findings);
        if (range != null) {
            signed(range, content == null ? null : content.sealed(), findings, basis);
        }
        if (content == null) {
            return findings.verdict("pdf", null);
        }
        PrintedTerms printed = PrintedTerms.of(content.text());
        return findings.business(printed, basis, file).verdict("pdf", printed.opinionNo());
    }

    private static @Nullable PdfRange range(byte[] file, Findings findings) {
        try {
            PdfRange range = PdfRange.read(file);
            findings.add(Finding.passed(VerificationStep.COVERAGE));
            return range;
        } catch (BadFile e) {
            findings.failed(VerificationStep.COVERAGE, e);
            return null;
        }
    }

    private static @Nullable PdfContent content(byte[] file, @Nullable PdfRange range, Findings findings) {
        try {
            PdfStructure.check(file);
            PdfContent content = range == null ? null : PdfContent.read(file, range);
            findings.add(Finding.passed(VerificationStep.PACKAGE));
            return content;
        } catch (BadFile e) {
            findings.failed(VerificationStep.PACKAGE, e);
            return null;
        }
    }

    private static void signed(PdfRange range, @Nullable Instant sealed, Findings findings, VerificationBasis basis) {
        try {
            PdfSignatureValue value = PdfSignatureValue.read(range.contents());
            findings.add(value.digest(range.covered())).add(value.signedData()).add(value.signature());
            StampStep stamp = StampStep.of(value.timeStamp(), value.signer().getSignature(), basis);
            findings.add(stamp.finding()).add(BusinessSteps.certificateOf(value.organisation(), basis.organisations()));
            times(value, sealed, stamp, findings, basis);
        } catch (BadFile e) {
            findings.failed(VerificationStep.SIGNED_DATA, e);
        }
    }

    private static void times(
            PdfSignatureValue value, @Nullable Instant sealed, StampStep stamp, Findings findings, VerificationBasis basis) {
        Instant proven = stamp.proven() == null ? basis.now() : stamp.proven();
        Instant used = sealed == null ? proven : sealed;
        findings.add(
                sealed == null
                        ? java.util.List.of(Finding.failed(VerificationStep.TIMES, DocumentFault.TIME_MISSING))
                        : OfdSteps.orPassed(VerificationStep.TIMES, SealSteps.notInFuture(sealed, basis.now())));
        findings.add(Certificates.trusted(VerificationStep.SIGNER_CERTIFICATE, value.certificate(), used, basis))
                .add(Certificates.revocation(VerificationStep.SIGNER_REVOCATION, value.certificate(), proven, basis));
    }
}

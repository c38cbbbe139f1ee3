package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.SealedLicence;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All steps for a sealed PDF, in their order; decisions are in the steps. */
public final class PdfVerification {
    private PdfVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        return LastResort.verdict("pdf", file, basis, findings -> read(file, findings, basis));
    }

    public static SealedLicence licence(byte[] file, VerificationBasis basis) {
        return LastResort.licence("pdf", findings -> read(file, findings, basis));
    }

    private static @Nullable Face read(byte[] file, Findings findings, VerificationBasis basis) {
        findings.notApplicable(DocumentFault.NO_SEAL_IN_PDF, VerificationStep.SEAL, VerificationStep.MAKER_CERTIFICATE,
                VerificationStep.MAKER_REVOCATION, VerificationStep.SEAL_LIST);
        PdfRange range = range(file, findings);
        PdfContent content = content(file, range, findings);
        if (range != null) {
            signed(range, content, findings, basis);
        }
        return content == null ? null : new Face(content.text(), Map.of());
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

    private static void signed(PdfRange range, @Nullable PdfContent content, Findings findings, VerificationBasis basis) {
        try {
            PdfSignatureValue value = PdfSignatureValue.read(range.contents());
            findings.add(value.digest(range.covered())).add(value.signedData()).add(value.signature());
            StampStep stamp = StampStep.of(value.timeStamp(), value.signer().getSignature(), basis);
            findings.add(stamp.finding()).add(BusinessSteps.certificateOf(value.organisation(), basis.organisations()));
            if (content != null) {
                times(content.sealed(), findings, basis);
            }
            certificate(value.certificate(), content, stamp, findings, basis);
        } catch (BadFile e) {
            findings.failed(VerificationStep.SIGNED_DATA, e);
        }
    }

    private static void times(@Nullable Instant sealed, Findings findings, VerificationBasis basis) {
        findings.add(
                sealed == null
                        ? List.of(Finding.failed(VerificationStep.TIMES, DocumentFault.TIME_MISSING))
                        : OfdSteps.orPassed(VerificationStep.TIMES, SealSteps.notInFuture(sealed, basis.now())));
    }

    /** At the time of sealing; when it says none, at the proven one or now; when the file could not be read, at the proven one only. */
    private static void certificate(
            X509Certificate signer, @Nullable PdfContent content, StampStep stamp, Findings findings, VerificationBasis basis) {
        Instant proven = stamp.proven() == null ? basis.now() : stamp.proven();
        findings.add(Certificates.revocation(VerificationStep.SIGNER_REVOCATION, signer, proven, basis));
        if (content != null || stamp.proven() != null) {
            Instant used = content == null || content.sealed() == null ? proven : content.sealed();
            findings.add(Certificates.trusted(VerificationStep.SIGNER_CERTIFICATE, signer, used, basis));
        }
    }
}

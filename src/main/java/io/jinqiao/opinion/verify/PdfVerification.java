package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;

/** All steps for a sealed PDF. */
public final class PdfVerification {
    private PdfVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        return new Findings().failed(VerificationStep.PACKAGE, new BadFile(DocumentFault.NOT_SEALED)).verdict("pdf", null);
    }
}

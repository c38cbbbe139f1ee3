package io.jinqiao.opinion.verify;

import io.jinqiao.message.Digest;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.signing.RevocationLists;
import io.jinqiao.signing.TimeStamp;
import io.jinqiao.signing.TimeStampFailure;
import io.jinqiao.signing.Trust;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Step 10: a time-stamp, when there is one, covers the signature value and comes from a trusted authority.
 *
 * @param proven the time it proves; null without
 */
record StampStep(Finding finding, @Nullable Instant proven) {
    static StampStep of(byte @Nullable [] token, byte[] signature, VerificationBasis basis) {
        if (token == null) {
            return new StampStep(
                    Finding.of(VerificationStep.TIME_STAMP, Outcome.NOT_APPLICABLE, DocumentFault.NO_TIME_STAMP), null);
        }
        if (basis.anchors().isEmpty()) {
            return new StampStep(Finding.notChecked(VerificationStep.TIME_STAMP, DocumentFault.NEEDS_ANCHORS), null);
        }
        try {
            Trust trust = Trust.of(basis.anchors(), RevocationLists::notAsked, basis.developmentAccepted());
            TimeStamp stamp = TimeStamp.verified(token, Digest.of(signature).bytes(), trust);
            return new StampStep(Finding.passed(VerificationStep.TIME_STAMP), stamp.time());
        } catch (TimeStampFailure e) {
            return new StampStep(
                    Finding.failed(VerificationStep.TIME_STAMP, DocumentFault.TIME_STAMP_WRONG, String.valueOf(e.getMessage())),
                    null);
        }
    }
}

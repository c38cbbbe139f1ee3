package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands under the readers of hostile bytes. They answer with {@link BadFile}; whatever else one throws is a fault of this program, and
 * the document is refused with a code of its own. No test of damaged documents may ever meet it.
 */
final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private LastResort() {}

    /** Reads and checks what needs no record; null when the pages could not be read. */
    interface Reader {
        @Nullable PrintedTerms read(Findings findings);
    }

    /** The records are asked outside of it: who cannot ask them says nothing of the document. */
    static DocumentVerdict verdict(String format, byte[] file, VerificationBasis basis, Reader reader) {
        Findings findings = new Findings();
        PrintedTerms printed;
        try {
            printed = reader.read(findings);
        } catch (RuntimeException | StackOverflowError e) {
            report(format, e);
            Finding stopped = Finding.failed(VerificationStep.PACKAGE, DocumentFault.VERIFIER_STOPPED);
            return new Findings().add(stopped).verdict(format, null);
        }
        return printed == null
                ? findings.verdict(format, null)
                : findings.business(printed, basis, file).verdict(format, printed.opinionNo());
    }

    /** Kind and place without the message, which may quote what stands in the document. */
    private static void report(String format, Throwable failure) {
        Throwable bare = new Throwable(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        LOG.error("the reader of {} broke off, the document is refused; please report this", format, bare);
    }
}

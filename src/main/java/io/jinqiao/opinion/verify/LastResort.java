package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.SealedLicence;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import java.util.function.Function;
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
        @Nullable Face read(Findings findings);
    }

    /** @param terms null when nothing was read; then the findings are whole but for steps never reached */
    private record Attempt<T>(Findings findings, @Nullable T terms) {}

    /** The records are asked outside of it: who cannot ask them says nothing of the document. */
    static DocumentVerdict verdict(String format, byte[] file, VerificationBasis basis, Reader reader) {
        Attempt<PrintedTerms> attempt = attempt(format, reader, face -> PrintedTerms.of(face.text()));
        PrintedTerms printed = attempt.terms();
        return printed == null
                ? attempt.findings().verdict(format, null)
                : attempt.findings().business(printed, basis, file).verdict(format, printed.opinionNo());
    }

    /** Nobody's record is asked: whether a licence fits what it is shown for, whoever asked decides. */
    static SealedLicence licence(String format, Reader reader) {
        Attempt<Face> attempt = attempt(format, reader, face -> face);
        attempt.findings().notApplicable(DocumentFault.NOT_AN_OPINION, VerificationStep.RECORD, VerificationStep.STANDING);
        Face face = attempt.terms() == null ? Face.NOTHING : attempt.terms();
        return new SealedLicence(attempt.findings().verdict(format, null), face.metadata(), face.text());
    }

    private static <T> Attempt<T> attempt(String format, Reader reader, Function<Face, T> terms) {
        Findings findings = new Findings();
        try {
            Face face = reader.read(findings);
            return new Attempt<>(findings, face == null ? null : terms.apply(face));
        } catch (RuntimeException | StackOverflowError e) {
            report(format, e);
            return new Attempt<>(new Findings().add(Finding.failed(VerificationStep.PACKAGE, DocumentFault.VERIFIER_STOPPED)), null);
        }
    }

    /** Kind and place without the message, which may quote what stands in the document. */
    private static void report(String format, Throwable failure) {
        Throwable bare = new Throwable(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        LOG.error("the reader of {} broke off, the document is refused; please report this", format, bare);
    }
}

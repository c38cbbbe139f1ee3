package io.jinqiao.opinion.verify;

import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.MalformedSeal;
import io.jinqiao.opinion.ses.SealedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Steps 2 to 4: the files, and what of them the signature covers. Each answers with everything that is wrong. */
final class OfdSteps {
    private OfdSteps() {}

    /** Every file that is referred to has the digest it had when it was sealed. */
    static List<Finding> digests(OfdDocument document) {
        Optional<UnaryOperator<byte[]>> digest = Digests.of(document.checkMethod());
        if (digest.isEmpty()) {
            return List.of(Finding.failed(VerificationStep.DIGESTS, DocumentFault.CHECK_METHOD, shown(document.checkMethod())));
        }
        List<Finding> failed = new ArrayList<>();
        for (OfdDocument.Reference reference : document.references()) {
            byte[] bytes = document.files().get(reference.path());
            if (bytes == null) {
                failed.add(Finding.failed(VerificationStep.DIGESTS, DocumentFault.REFERENCE_MISSING, reference.path()));
            } else if (!Arrays.equals(digest.get().apply(bytes), decoded(reference.checkValue()))) {
                failed.add(Finding.failed(VerificationStep.DIGESTS, DocumentFault.DIGEST_DIFFERS, reference.path()));
            }
        }
        return orPassed(VerificationStep.DIGESTS, failed);
    }

    /** Every file but the signature's own two is referred to, exactly once. */
    static List<Finding> coverage(OfdDocument document) {
        Set<String> referred = new HashSet<>();
        List<Finding> failed = new ArrayList<>();
        for (OfdDocument.Reference reference : document.references()) {
            if (!referred.add(reference.path())) {
                failed.add(Finding.failed(VerificationStep.COVERAGE, DocumentFault.REFERENCE_TWICE, reference.path()));
            }
        }
        for (String path : document.files().keySet()) {
            boolean own = path.equals(document.signaturePath()) || path.equals(document.valuePath());
            if (!own && !referred.contains(path)) {
                failed.add(Finding.failed(VerificationStep.COVERAGE, DocumentFault.UNREFERENCED, path));
            }
        }
        return orPassed(VerificationStep.COVERAGE, failed);
    }

    static SealedValue value(OfdDocument document) throws BadFile {
        byte[] bytes = document.files().get(document.valuePath());
        if (bytes == null) {
            throw new BadFile(DocumentFault.LAYOUT, document.valuePath());
        }
        try {
            return SealedValue.decode(bytes);
        } catch (MalformedSeal e) {
            throw malformed(e);
        }
    }

    static BadFile malformed(MalformedSeal e) {
        return e.reason() == MalformedSeal.Reason.VERSION_UNKNOWN
                ? new BadFile(DocumentFault.VALUE_VERSION, e.getMessage())
                : new BadFile(DocumentFault.VALUE_MALFORMED, e.path() + ": " + e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** What was signed is this Signature.xml, at this place. */
    static List<Finding> signedData(OfdDocument document, SealedValue value) {
        List<Finding> failed = new ArrayList<>();
        byte[] description = document.files().get(document.signaturePath());
        if (!Arrays.equals(Digests.sm3(description), value.toSign().dataHash().bytes())) {
            failed.add(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.DATA_HASH));
        }
        if (!value.toSign().propertyInfo().equals("/" + document.signaturePath())) {
            failed.add(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.PROPERTY_INFO));
        }
        value.toSign().extensions().stream()
                .filter(extension -> extension.critical())
                .forEach(e -> failed.add(Finding.failed(VerificationStep.SIGNED_DATA, DocumentFault.CRITICAL_EXTENSION, e.id())));
        return orPassed(VerificationStep.SIGNED_DATA, failed);
    }

    static List<Finding> orPassed(VerificationStep step, List<Finding> failed) {
        return failed.isEmpty() ? List.of(Finding.passed(step)) : failed;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static String shown(String text) {
        return text.substring(0, Math.min(60, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}

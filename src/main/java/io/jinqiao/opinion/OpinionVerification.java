package io.jinqiao.opinion;

import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.verify.OfdVerification;
import io.jinqiao.opinion.verify.PdfVerification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Checks a sealed document offline, by nothing but what it is given. Bounded in time and memory; answers to any bytes. */
public final class OpinionVerification {
    /** Bytes of a file; larger ones are refused unread. */
    public static final int LARGEST_FILE = 20 << 20;

    private OpinionVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        return by(file, OfdVerification::verify, PdfVerification::verify, verdict -> verdict, basis);
    }

    /** The same for a licence of another organisation: no record of ours is asked, and what it says is told. */
    public static SealedLicence licence(byte[] file, VerificationBasis basis) {
        return by(file, OfdVerification::licence, PdfVerification::licence, verdict -> new SealedLicence(verdict, Map.of(), ""), basis);
    }

    private static <T> T by(
            byte[] file,
            BiFunction<byte[], VerificationBasis, T> ofd,
            BiFunction<byte[], VerificationBasis, T> pdf,
            Function<DocumentVerdict, T> refused,
            VerificationBasis basis) {
        if (file.length > LARGEST_FILE) {
            return refused.apply(unread(DocumentFault.TOO_LARGE, LARGEST_FILE + " bytes"));
        }
        if (begins(file, 'P', 'K', 3, 4)) {
            return ofd.apply(file, basis);
        }
        return begins(file, '%', 'P', 'D', 'F') ? pdf.apply(file, basis) : refused.apply(unread(DocumentFault.FORMAT_UNKNOWN));
    }

    private static DocumentVerdict unread(DocumentFault why, String... arguments) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.failed(VerificationStep.PACKAGE, why, arguments));
        for (VerificationStep step : VerificationStep.values()) {
            if (step != VerificationStep.PACKAGE) {
                findings.add(Finding.notChecked(step, DocumentFault.NEEDS_EARLIER));
            }
        }
        return new DocumentVerdict("unknown", null, findings);
    }

    private static boolean begins(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= i || file[i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

package io.jinqiao.opinion;

import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.verify.OfdVerification;
import io.jinqiao.opinion.verify.PdfVerification;
import java.util.ArrayList;
import java.util.List;

/** Checks a sealed document offline, by nothing but what it is given. Bounded in time and memory; answers to any bytes. */
public final class OpinionVerification {
    /** Bytes of a file; larger ones are refused unread. */
    public static final int LARGEST_FILE = 20 << 20;

    private OpinionVerification() {}

    public static DocumentVerdict verify(byte[] file, VerificationBasis basis) {
        if (file.length > LARGEST_FILE) {
            return unread(DocumentFault.TOO_LARGE, LARGEST_FILE + " bytes");
        }
        if (begins(file, 'P', 'K', 3, 4)) {
            return OfdVerification.verify(file, basis);
        }
        return begins(file, '%', 'P', 'D', 'F') ? PdfVerification.verify(file, basis) : unread(DocumentFault.FORMAT_UNKNOWN);
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

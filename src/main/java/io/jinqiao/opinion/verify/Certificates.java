package io.jinqiao.opinion.verify;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict.Finding;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.Octets;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.CryptoProvider;
import io.jinqiao.signing.RevocationLists;
import io.jinqiao.signing.RevocationLists.State;
import io.jinqiao.signing.RevocationLists.Status;
import io.jinqiao.signing.Trust;
import io.jinqiao.signing.Verdict;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Step 6, and the same for the maker of a seal: path, usage and validity when it was used; revocation as it is known. */
final class Certificates {
    private static final int LONGEST_PATH = 8;

    private Certificates() {}

    /** The certificate, when the bytes are exactly one in DER; else null. */
    static @Nullable X509Certificate read(Octets der) {
        try {
            X509Certificate read = CertificateFiles.certificate(der.bytes());
            return Arrays.equals(CertificateFiles.der(read), der.bytes()) ? read : null;
        } catch (RuntimeException e) { // parsers of certificates have many words for one thing
            return null;
        }
    }

    static Finding trusted(VerificationStep step, @Nullable X509Certificate certificate, Instant at, VerificationBasis basis) {
        if (certificate == null) {
            return Finding.failed(step, DocumentFault.CERTIFICATE_UNREADABLE);
        }
        if (basis.anchors().isEmpty()) {
            return Finding.notChecked(step, DocumentFault.NEEDS_ANCHORS);
        }
        Verdict verdict = Trust.of(basis.anchors(), RevocationLists::notAsked, basis.developmentAccepted())
                .check(certificate, CertificateUsage.DOCUMENT_SEAL, at);
        return verdict.problem() == null ? Finding.passed(step) : Finding.failed(step, verdict.problem());
    }

    /**
     * Whether the certificate or one of its issuers below the root was revoked. Without a time-stamp only the present counts: whoever
     * stole a key can write any time.
     *
     * @param at a proven time of sealing, else now
     */
    static Finding revocation(
            VerificationStep step, @Nullable X509Certificate certificate, Instant at, VerificationBasis basis) {
        if (certificate == null || basis.anchors().isEmpty() || basis.lists().isEmpty()) {
            return Finding.notChecked(step, DocumentFault.NEEDS_LISTS);
        }
        RevocationLists lists = RevocationLists.of(basis.lists(), Duration.ZERO);
        X509Certificate below = certificate;
        for (int i = 0; i < LONGEST_PATH; i++) {
            Optional<X509Certificate> issuer = issuer(below, basis.anchors());
            if (issuer.isEmpty()) {
                return Finding.notChecked(step, DocumentFault.NEEDS_LISTS);
            }
            Status status = lists.status(below, issuer.get(), at);
            if (status.state() == State.REVOKED) {
                return Finding.failed(step, Problem.of(FailureCode.CERTIFICATE_REVOKED, String.valueOf(status.revokedAt())));
            }
            if (status.state() != State.GOOD) {
                return Finding.notChecked(step, DocumentFault.NEEDS_LISTS);
            }
            if (selfIssued(issuer.get())) {
                return Finding.passed(step);
            }
            below = issuer.get();
        }
        return Finding.notChecked(step, DocumentFault.NEEDS_LISTS);
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> anchors) {
        return anchors.stream()
                .filter(anchor -> anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(anchor -> signed(certificate, anchor))
                .findFirst();
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey(), CryptoProvider.bouncyCastle());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}

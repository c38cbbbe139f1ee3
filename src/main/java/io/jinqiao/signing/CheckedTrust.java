package io.jinqiao.signing;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.RevocationLists.State;
import io.jinqiao.signing.RevocationLists.Status;
import io.jinqiao.signing.certificate.Chains;
import io.jinqiao.signing.certificate.KnownCertificate;
import io.jinqiao.signing.certificate.Validity;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks through everything that can be wrong with a certificate; the first that is wrong is told. */
final class CheckedTrust implements Trust {
    private final Chains chains;
    private final Supplier<RevocationLists> lists;
    private final boolean developmentAccepted;

    CheckedTrust(
            Collection<X509Certificate> anchors, Supplier<RevocationLists> lists, boolean developmentAccepted) {
        this.chains = new Chains(anchors.stream()
                .map(anchor -> KnownCertificate.of(anchor).certificate())
                .toList());
        this.lists = lists;
        this.developmentAccepted = developmentAccepted;
    }

    @Override
    public Verdict check(X509Certificate certificate, CertificateUsage usage, Instant at) {
        return check(KnownCertificate.of(certificate), usage, at);
    }

    Verdict check(KnownCertificate leaf, CertificateUsage usage, Instant at) {
        Optional<Problem> own = ofItself(leaf, usage, at);
        if (own.isPresent()) {
            return verdict(leaf, own.get(), null);
        }
        List<KnownCertificate> path = chains.path(leaf, at).orElse(List.of());
        Optional<Problem> ofPath = ofPath(path);
        return ofPath.isPresent() ? verdict(leaf, ofPath.get(), null) : revocation(leaf, path, at);
    }

    private static Optional<Problem> ofItself(KnownCertificate certificate, CertificateUsage usage, Instant at) {
        Validity validity = certificate.validity();
        if (validity.endedBefore(at)) {
            return problem(FailureCode.CERTIFICATE_EXPIRED, validity.notAfter().toString());
        }
        if (validity.startsAfter(at)) {
            return problem(FailureCode.CERTIFICATE_NOT_YET_VALID, validity.notBefore().toString());
        }
        if (!usage.allowedBy(certificate.certificate())) {
            return problem(FailureCode.CERTIFICATE_WRONG_USAGE, usage.needed());
        }
        return Optional.empty(); // its strength is asked with that of the path, which begins with it
    }

    private Optional<Problem> ofPath(List<KnownCertificate> path) {
        if (path.isEmpty()) {
            return problem(FailureCode.CERTIFICATE_UNTRUSTED);
        }
        if (!developmentAccepted && path.stream().anyMatch(KnownCertificate::marked)) {
            return problem(FailureCode.CERTIFICATE_DEVELOPMENT);
        }
        return path.stream()
                .limit(path.size() - 1L) // a root's own signature proves nothing
                .map(KnownCertificate::weakness)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(weak -> problem(FailureCode.CERTIFICATE_WEAK, weak));
    }

    private Verdict revocation(KnownCertificate leaf, List<KnownCertificate> path, Instant at) {
        RevocationLists now = lists.get();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < path.size() - 1; i++) {
            Status status = now.status(path.get(i), path.get(i + 1), at);
            words.add(status.words());
            if (status.state() == State.REVOKED) {
                return verdict(
                        leaf,
                        Problem.of(FailureCode.CERTIFICATE_REVOKED, String.valueOf(status.revokedAt())),
                        String.join("; ", words));
            }
            if (status.state() == State.UNKNOWN) {
                return verdict(leaf, Problem.of(FailureCode.CERTIFICATE_STATUS_UNKNOWN), String.join("; ", words));
            }
        }
        return verdict(leaf, null, String.join("; ", words));
    }

    private static Optional<Problem> problem(FailureCode code, String... arguments) {
        return Optional.of(Problem.of(code, arguments));
    }

    private static Verdict verdict(
            KnownCertificate leaf,
            @Nullable Problem problem,
            @Nullable String revocation) {
        return new Verdict(problem, false, leaf.der(), leaf.fingerprint(), revocation);
    }
}

package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.EvidenceVerifier.PackTrust;
import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.CertificateUsage;
import io.jinqiao.signing.RevocationLists;
import io.jinqiao.signing.Trust;
import java.io.IOException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whom the reader believes: his own anchors, with intermediates and revocation lists from the pack. */
final class PackSigners {
    private final boolean anchored;
    private final Trust withoutLists;
    private final Trust withLists;

    PackSigners(PackFiles files, PackTrust given) throws IOException {
        List<X509Certificate> anchors = new ArrayList<>(given.anchors());
        List<X509CRL> lists = new ArrayList<>(given.lists());
        byte[] offered = files.find(PackLayout.AUTHORITIES);
        if (offered != null && offered.length > 0) {
            // a root of the pack's own would make it prove itself
            CertificateFiles.certificates(offered).stream()
                    .filter(c -> !c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                    .forEach(anchors::add);
        }
        for (String name : files.names()) {
            if (name.startsWith("certificates/") && name.endsWith(".crl.pem")) {
                lists.addAll(CertificateFiles.revocationLists(files.find(name)));
            }
        }
        RevocationLists known = RevocationLists.of(lists, Duration.ZERO);
        this.anchored = !given.anchors().isEmpty();
        this.withoutLists = Trust.of(anchors, RevocationLists::notAsked, given.developmentAccepted());
        this.withLists = Trust.of(anchors, () -> known, given.developmentAccepted());
    }

    boolean anchored() {
        return anchored;
    }

    /** Everything but revocation. */
    Trust trust() {
        return withoutLists;
    }

    void check(X509Certificate certificate, CertificateUsage usage, Instant at, Steps steps) {
        if (!anchored) {
            steps.notChecked(Check.CERTIFICATE, PackReason.NO_ANCHORS, "");
            return;
        }
        Problem problem = withoutLists.check(certificate, usage, at).problem();
        if (problem != null) {
            steps.refused(Check.CERTIFICATE, PackReason.CERTIFICATE_REFUSED, problem.code().code());
            return;
        }
        steps.ok(Check.CERTIFICATE, certificate.getSubjectX500Principal().getName());
        checkRevocation(certificate, usage, at, steps);
    }

    void checkRevocation(X509Certificate certificate, CertificateUsage usage, Instant at, Steps steps) {
        var verdict = withLists.check(certificate, usage, at);
        Problem problem = verdict.problem();
        if (problem == null) {
            steps.ok(Check.REVOCATION, String.valueOf(verdict.revocation()));
        } else if (problem.code() == FailureCode.CERTIFICATE_REVOKED) {
            steps.refused(Check.REVOCATION, PackReason.REVOKED, String.join(" ", problem.arguments()));
        } else {
            steps.notChecked(Check.REVOCATION, PackReason.NO_REVOCATION_LIST, String.valueOf(verdict.revocation()));
        }
    }
}

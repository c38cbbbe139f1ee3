package io.jinqiao.opinion.verify;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionRecord;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.ses.SesPeople;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a centre would hold against the test documents. */
final class Bases {
    static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private Bases() {}

    static VerificationBasis full() {
        return with(record(Approvals.ordinary(), Standing.IN_FORCE));
    }

    static VerificationBasis with(OpinionRecord record) {
        return of(List.of(SesPeople.ROOT.certificate), List.of(SesPeople.ROOT.crl().issue()), record);
    }

    static VerificationBasis of(List<X509Certificate> anchors, List<X509CRL> lists, OpinionRecord record) {
        return new VerificationBasis(
                anchors, lists, false, Set.of(SesPeople.CENTRE),
                no -> Optional.of(record).filter(r -> r.opinionNo().equals(no)), now(), TODAY);
    }

    static VerificationBasis nothing() {
        return new VerificationBasis(List.of(), List.of(), false, Set.of(), null, now(), TODAY);
    }

    static Instant now() {
        return SesPeople.SEALED.plusSeconds(3600);
    }

    static OpinionRecord record(ApprovedLoan loan, Standing standing) {
        return new OpinionRecord(
                loan.opinionNo(), loan.version(), loan.amount(), loan.months(), loan.validTo(), standing, null);
    }
}

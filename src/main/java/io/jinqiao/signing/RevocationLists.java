package io.jinqiao.signing;

import io.jinqiao.signing.certificate.IndexedCrl;
import io.jinqiao.signing.certificate.KnownCertificate;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Revocation lists at hand. A list is used while it is fresh and, with an alarm, for a bounded grace after its next update was due; then
 * nothing is known. Immutable.
 */
public final class RevocationLists {
    private static final RevocationLists NOT_ASKED = new RevocationLists(List.of(), Duration.ZERO);

    private final List<IndexedCrl> lists;
    private final Duration grace;

    private RevocationLists(List<IndexedCrl> lists, Duration grace) {
        this.lists = lists;
        this.grace = grace;
    }

    /** @param grace how long after its next update was due a list is still used */
    public static RevocationLists of(Collection<X509CRL> lists, Duration grace) {
        return new RevocationLists(
                lists.stream().filter(IndexedCrl::usable).map(IndexedCrl::new).toList(), grace);
    }

    /** For checks that leave revocation out and say so. */
    public static RevocationLists notAsked() {
        return NOT_ASKED;
    }

    public enum State {
        GOOD,
        /** Good by a list whose next update is overdue, within the grace. Somebody must be told. */
        STALE,
        REVOKED,
        UNKNOWN,
        NOT_ASKED
    }

    /**
     * @param words for the journal
     * @param revokedAt null unless revoked
     */
    public record Status(State state, String words, @Nullable Instant revokedAt) {}

    /** @param issuer the certificate that issued the other one; only lists it signed are believed */
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant at) {
        return status(KnownCertificate.of(certificate), KnownCertificate.of(issuer), at);
    }

    Status status(KnownCertificate certificate, KnownCertificate issuer, Instant at) {
        if (this == NOT_ASKED) {
            return new Status(State.NOT_ASKED, "not-asked", null);
        }
        Optional<IndexedCrl> newest = lists.stream()
                .filter(list -> list.speaksFor(certificate, issuer))
                .max(Comparator.comparing(IndexedCrl::thisUpdate));
        return newest.map(list -> status(list, certificate.certificate(), at))
                .orElseGet(() -> new Status(State.UNKNOWN, "unknown no-list", null));
    }

    private Status status(IndexedCrl list, X509Certificate certificate, Instant at) {
        Optional<Instant> revoked = list.revokedAt(certificate).filter(when -> !when.isAfter(at));
        if (revoked.isPresent()) {
            return new Status(State.REVOKED, "revoked " + list.words(), revoked.get());
        }
        if (!list.nextUpdate().isBefore(at)) {
            return new Status(State.GOOD, "good " + list.words(), null);
        }
        boolean inGrace = !list.nextUpdate().plus(grace).isBefore(at);
        return inGrace
                ? new Status(State.STALE, "stale " + list.words(), null)
                : new Status(State.UNKNOWN, "unknown " + list.words(), null);
    }
}

package io.jinqiao.mortgage.truth;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.mortgage.truth.TrueCase.Happened;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What really stands in the register for a loan, followed by the proofs its cases name. Whether a right stands whose change was taken off, or a pre-notice whose conversion
 * was, nobody knows: it counts as none.
 */
final class TrueRights {
    private final List<TrueCase> cases;

    TrueRights(Collection<TrueCase> ofLoan) {
        cases = List.copyOf(ofLoan);
    }

    /** Whether a right for exactly this much stands, ours and beyond question. */
    boolean stand(Money amount) {
        return cases.stream().anyMatch(one -> first(one.kind()) && one.stands() && !ended(one) && amount.equals(amount(one)));
    }

    /** Whether a later case is about the same right, by the proofs they name; what names none that is known may be about any. */
    boolean same(TrueCase later, TrueCase right) {
        TrueCase root = root(later);
        TrueCase of = root(right);
        return root == null || of == null || root == of;
    }

    private @Nullable TrueCase root(TrueCase one) {
        if (one.application.earlierNo() == null) {
            return one;
        }
        TrueCase named = cases.stream().filter(other -> other != one && proves(other, one.application.earlierNo())).findFirst().orElse(null);
        return named == null ? null : root(named);
    }

    private static boolean first(Kind kind) {
        return kind == Kind.DOUBLE_PRE_NOTICE || kind == Kind.MORTGAGE || kind == Kind.CONVERSION;
    }

    private boolean ended(TrueCase right) {
        return of(right, Kind.CANCELLATION).anyMatch(TrueCase::stands) || of(right, Kind.CONVERSION).anyMatch(one -> entered(one) != null);
    }

    /** Null when its last change leaves open what it is. */
    private @Nullable Money amount(TrueCase right) {
        Optional<TrueCase> changed = of(right, Kind.CHANGE).filter(one -> entered(one) != null).max(Comparator.comparing(one -> one.last().at()));
        return changed.isEmpty() ? claim(right) : changed.filter(TrueCase::stands).map(TrueRights::claim).orElse(null);
    }

    private static Money claim(TrueCase one) {
        return Objects.requireNonNull(one.application.claim()).amount();
    }

    /** Cases of a kind that name a proof of this right, or of what it was changed into. */
    private Stream<TrueCase> of(TrueCase right, Kind kind) {
        return cases.stream().filter(one -> one.kind() == kind && named(one) == right);
    }

    private @Nullable TrueCase named(TrueCase by) {
        CertificateNumber proof = by.application.earlierNo();
        TrueCase named = cases.stream().filter(one -> one != by && proves(one, proof)).findFirst().orElse(null);
        return named != null && named.kind() == Kind.CHANGE ? named(named) : named;
    }

    private static boolean proves(TrueCase one, @Nullable CertificateNumber proof) {
        return one.all.stream().map(Happened::entry).filter(Objects::nonNull).flatMap(entry -> entry.proofs().stream()).anyMatch(each -> each.proofNo().equals(proof));
    }

    private static @Nullable Instant entered(TrueCase one) {
        return one.all.stream().filter(each -> each.state() == RegistrationState.REGISTERED).map(Happened::at).findFirst().orElse(null);
    }
}

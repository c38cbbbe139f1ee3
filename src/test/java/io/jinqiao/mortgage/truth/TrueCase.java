package io.jinqiao.mortgage.truth;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as it really is at the registry, and what of it has reached the centre. Judges by itself, with none of the product's rules. */
final class TrueCase {
    /**
     * @param entry what was entered then; null where nothing was
     * @param ours whether that is what was applied for
     * @param plain whether it looks so: the centre under a branch office's name is what was applied for and does not look so
     */
    record Happened(int no, RegistrationState state, Instant at, @Nullable RegisterEntry entry, boolean ours, boolean plain) {}

    final RegistrationApplication application;
    final String loan;
    final String registryNo;
    final List<Happened> all = new ArrayList<>();
    /** Numbers of what the centre was told: where the case is, and what was entered. */
    final Set<Integer> statesTold = new HashSet<>();
    final Set<Integer> entriesTold = new HashSet<>();
    /** Entries a person looked at, and those found not to stand. */
    final Set<Integer> lookedAt = new HashSet<>();
    final Set<Integer> foundWrong = new HashSet<>();
    @Nullable Instant foundWrongAt;
    boolean refused;
    final Instant filedAt;

    TrueCase(RegistrationApplication application, String loan, String registryNo, Instant filedAt) {
        this.application = application;
        this.loan = loan;
        this.registryNo = registryNo;
        this.filedAt = filedAt;
    }

    Kind kind() {
        return application.kind();
    }

    Happened last() {
        return all.get(all.size() - 1);
    }

    @Nullable RegisterEntry entered() {
        return all.stream().map(Happened::entry).filter(one -> one != null).reduce((one, later) -> later).orElse(null);
    }

    Happened happens(RegistrationState state, Instant at, @Nullable RegisterEntry entry, boolean ours, boolean plain) {
        Happened happened = new Happened(all.size(), state, at, entry, ours, plain);
        all.add(happened);
        return happened;
    }

    /** Whether what was applied for stands in the register, whoever knows. */
    boolean stands() {
        return !all.isEmpty() && last().state() == RegistrationState.REGISTERED
                && all.stream().filter(one -> one.entry() != null).reduce((one, later) -> later).map(Happened::ours).orElse(false);
    }

    boolean takenOff() {
        return all.stream().anyMatch(one -> one.state() == RegistrationState.DELETED);
    }

    /** Whether, by what the centre was told, it stands and nothing about it is in doubt. */
    boolean standsAsTold() {
        boolean entered = all.stream().anyMatch(one -> one.entry() != null && entriesTold.contains(one.no()) && (one.plain() || lookedAt.contains(one.no()) && !foundWrong.contains(one.no())));
        boolean off = all.stream().anyMatch(one -> one.state() == RegistrationState.DELETED && statesTold.contains(one.no())) || foundWrongAt != null;
        return entered && !off && !doubted();
    }

    /** Whether something was told that does not look like what was applied for, and nobody looked. */
    boolean doubted() {
        return all.stream().anyMatch(one -> one.entry() != null && !one.plain() && entriesTold.contains(one.no()) && !lookedAt.contains(one.no()));
    }

    /** Whether it was told that something stands, or stood, that is not what was applied for. */
    boolean troubledAsTold() {
        return doubted() || foundWrongAt != null || all.stream().anyMatch(one -> one.state() == RegistrationState.DELETED && statesTold.contains(one.no()));
    }

    /** Proofs of what was told to be entered. */
    Stream<CertificateNumber> toldProofs() {
        return all.stream().filter(one -> one.entry() != null && entriesTold.contains(one.no())).flatMap(one -> one.entry().proofs().stream()).map(RegisterEntry.Proof::proofNo);
    }

    /** Whether it was told that it is, or was, in the register. */
    boolean inTheRegisterAsTold() {
        return !entriesTold.isEmpty() || troubledAsTold() || all.stream().anyMatch(one -> one.state() == RegistrationState.REGISTERED && statesTold.contains(one.no()));
    }

    /** The moment of what was entered last of what was told and counts. */
    Instant enteredAsTold() {
        return all.stream().filter(one -> one.entry() != null && entriesTold.contains(one.no()) && (one.plain() || lookedAt.contains(one.no()) && !foundWrong.contains(one.no())))
                .map(one -> one.entry().enteredAt()).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    /** The moment of the last that was told of the register, by the registry's clock, or of a person's word that nothing stands. */
    Instant lastTold() {
        Instant told = all.stream()
                .filter(one -> entriesTold.contains(one.no()) || statesTold.contains(one.no()) && (one.state() == RegistrationState.REGISTERED || one.state() == RegistrationState.DELETED))
                .map(Happened::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return foundWrongAt != null && foundWrongAt.isAfter(told) ? foundWrongAt : told;
    }

    void looked(boolean stands, Instant at) {
        if (!stands) {
            foundWrongAt = at;
        }
        all.stream().filter(one -> one.entry() != null && !one.plain() && entriesTold.contains(one.no()) && lookedAt.add(one.no()) && !stands).forEach(one -> foundWrong.add(one.no()));
    }
}

package io.jinqiao.mortgage.model;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands, after everything that was told of it. Each part is the greatest, or the union, of what was told: so the order in which things
 * come, and how often, never matters.
 *
 * @param mark null while nothing was told
 * @param entry the latest one that can be this case's
 * @param certificates that hold, by number of proof, the latest of each
 * @param untaken why other entries and certificates were not taken
 */
public record Standing(
        SortedSet<String> registryNos,
        @Nullable Mark mark,
        @Nullable RegisterEntry entry,
        Map<CertificateNumber, Told.Certificate> certificates,
        Set<Doubt> untaken) {
    private static final Comparator<RegisterEntry> LATER =
            Comparator.comparing(RegisterEntry::enteredAt).thenComparing(entry -> CanonicalJson.writeSorted(entry.content()));
    private static final Comparator<Told.Certificate> NEWER =
            Comparator.comparing(Told.Certificate::issuedOn)
                    .thenComparing(c -> c.digest().hex())
                    .thenComparing(c -> c.licence().value())
                    .thenComparing(c -> c.units().stream().map(UnitNumber::value).sorted().toList().toString());

    public static final Standing NOTHING_TOLD =
            new Standing(Collections.emptySortedSet(), null, null, Map.of(), Set.of());

    public Standing after(Filed filed, Told told) {
        TreeSet<String> numbers = new TreeSet<>(registryNos);
        numbers.add(told.registryNo());
        if (told instanceof Told.State state) {
            return new Standing(
                    numbers, Mark.later(mark, new Mark(state.state(), state.at(), state.reason(), state.dueOn())), entry, certificates, untaken);
        }
        if (told instanceof Told.Entry entered) {
            return entered(filed, entered.entry(), numbers);
        }
        return certified((Told.Certificate) told, numbers);
    }

    /** A certificate that does not hold moves nothing; nor does one of another proof, or of another unit than its proof was entered for. */
    private Standing certified(Told.Certificate certificate, SortedSet<String> numbers) {
        if (!certificate.doubts().isEmpty()) {
            return new Standing(numbers, mark, entry, certificates, with(certificate.doubts()));
        }
        Map<CertificateNumber, Told.Certificate> all = new TreeMap<>(Comparator.comparing(CertificateNumber::value));
        all.putAll(certificates);
        all.merge(certificate.proofNo(), certificate, (one, other) -> NEWER.compare(one, other) < 0 ? other : one);
        return new Standing(numbers, mark, entry, Collections.unmodifiableMap(all), untaken);
    }

    /** An entry that cannot be this case's moves nothing: it waits for a person. */
    private Standing entered(Filed filed, RegisterEntry told, SortedSet<String> numbers) {
        Set<Doubt> found = Plausibility.doubts(filed, told);
        if (!found.isEmpty()) {
            return new Standing(numbers, mark, entry, certificates, with(found));
        }
        Mark registered = Mark.later(mark, new Mark(RegistrationState.REGISTERED, told.enteredAt(), null, null));
        return new Standing(
                numbers, registered, entry == null || LATER.compare(entry, told) < 0 ? told : entry, certificates, untaken);
    }

    private Set<Doubt> with(Set<Doubt> more) {
        EnumSet<Doubt> all = EnumSet.copyOf(more);
        all.addAll(untaken);
        return Collections.unmodifiableSet(all);
    }

    /** What a person must look at. */
    public Set<Doubt> doubts() {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(untaken);
        if (registryNos.size() > 1) {
            doubts.add(Doubt.TWO_REGISTRY_NUMBERS);
        }
        Set<CertificateNumber> proofs = entry == null ? Set.of() : entry.proofs().stream().map(RegisterEntry.Proof::proofNo).collect(Collectors.toSet());
        if (entry != null && !proofs.containsAll(certificates.keySet())) {
            doubts.add(Doubt.CERTIFICATE_OF_ANOTHER_PROOF);
        }
        if (entry != null && certificates.values().stream().anyMatch(one -> proofs.contains(one.proofNo()) && !ofItsUnits(one))) {
            doubts.add(Doubt.CERTIFICATE_OF_ANOTHER_UNIT);
        }
        return doubts;
    }

    /** Whether what was applied for stands in the register, beyond doubt and not taken off again. */
    public boolean registered() {
        return mark != null && mark.state() == RegistrationState.REGISTERED && entry != null;
    }

    /** Whether every proof has its certificate; a cancellation has none. */
    public boolean certified() {
        return registered() && entry.proofs().stream().map(proof -> certificates.get(proof.proofNo())).allMatch(one -> one != null && ofItsUnits(one));
    }

    /** Whether a certificate is of exactly the units its proof was entered for. */
    boolean ofItsUnits(Told.Certificate certificate) {
        return entry != null
                && certificate.units().equals(entry.proofs().stream()
                        .filter(proof -> proof.proofNo().equals(certificate.proofNo()))
                        .map(RegisterEntry.Proof::unitNumber)
                        .collect(Collectors.toSet()));
    }

    /** Whether nothing more is to be heard: not asked about any more. */
    public boolean settled() {
        return mark != null && mark.state().ended() && (mark.state() != RegistrationState.REGISTERED || certified());
    }
}

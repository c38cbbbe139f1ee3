package io.jinqiao.mortgage.model;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param entered the latest of each part that can be this case's
 * @param certificates that hold, by number of proof, the latest of each
 * @param untaken why other states, entries and certificates were not taken, as far as nobody looked at them
 * @param sentBack when it was sent back last; null: never
 * @param ended when it was refused or withdrawn last; null: never
 * @param wasRegistered whether it was told, believed or not, that the case came into the register: also that it was taken off it
 * @param looked what of the whole a person looked at since it came together
 * @param aside entries and certificates that were not taken, as far as nobody looked at them: a person may find that they stand
 */
public record Standing(
        SortedSet<String> registryNos,
        @Nullable Mark mark,
        Entered entered,
        Map<CertificateNumber, Told.Certificate> certificates,
        Set<Doubt> untaken,
        @Nullable Instant sentBack,
        @Nullable Instant ended,
        boolean wasRegistered,
        Set<Doubt> looked,
        Set<Told> aside) {
    private static final Comparator<Told.Certificate> NEWER =
            Comparator.comparing(Told.Certificate::issuedOn)
                    .thenComparing(c -> c.digest().hex())
                    .thenComparing(c -> c.licence().value())
                    .thenComparing(c -> c.units().stream().map(UnitNumber::value).sorted().toList().toString());

    public static final Standing NOTHING_TOLD =
            new Standing(Collections.emptySortedSet(), null, Entered.NOTHING, Map.of(), Set.of(), null, null, false, Set.of(), Set.of());

    public Standing after(Filed filed, Told told) {
        Standing called = called(told.registryNo());
        Standing after = told instanceof Told.State state
                ? called.registeredOnce(inTheRegister(state.state())).stated(state)
                : told instanceof Told.Entry entered ? called.registeredOnce(true).entered(filed, entered) : called.certified((Told.Certificate) told);
        boolean same = after.registryNos.equals(registryNos) && Objects.equals(after.ended, ended) && after.entered.equals(entered) && after.certificates.equals(certificates);
        return same ? after : new Standing(after.registryNos, after.mark, after.entered, after.certificates, after.untaken, after.sentBack, after.ended, after.wasRegistered, Set.of(), after.aside);
    }

    /** What stands in the register, when all of it was told and can be this case's. */
    public @Nullable RegisterEntry entry() {
        return entered.whole();
    }

    /** By which the registry called the case when it came to where it is; null while nothing was told. */
    public @Nullable String registryNo() {
        return mark != null ? mark.registryNo() : registryNos.isEmpty() ? null : registryNos.first();
    }

    private Standing called(String registryNo) {
        TreeSet<String> numbers = new TreeSet<>(registryNos);
        numbers.add(registryNo);
        return new Standing(numbers, mark, entered, certificates, untaken, sentBack, ended, wasRegistered, looked, aside);
    }

    /** What was taken off it had come into it, whoever told that. */
    private static boolean inTheRegister(RegistrationState state) {
        return state == RegistrationState.REGISTERED || state == RegistrationState.DELETED;
    }

    private Standing registeredOnce(boolean told) {
        return new Standing(registryNos, mark, entered, certificates, untaken, sentBack, ended, wasRegistered || told, looked, aside);
    }

    /** A moment to come moves nothing, or nothing told after it would; but what was taken off is off, whatever the clock there says. */
    private Standing stated(Told.State told) {
        Standing doubted = told.ahead() ? with(EnumSet.of(Doubt.TIME_TO_COME)) : this;
        return told.ahead() && told.state() != RegistrationState.DELETED
                ? doubted
                : doubted.marked(new Mark(told.state(), told.at(), told.reason(), told.dueOn(), told.registryNo()));
    }

    private Standing marked(Mark told) {
        boolean back = told.state() == RegistrationState.SUPPLEMENT && (sentBack == null || told.at().isAfter(sentBack));
        boolean ends = told.state() == RegistrationState.REJECTED || told.state() == RegistrationState.WITHDRAWN;
        Instant last = ends && (ended == null || told.counted().isAfter(ended)) ? told.counted() : ended;
        return new Standing(registryNos, Mark.later(mark, told), entered, certificates, untaken, back ? told.at() : sentBack, last, wasRegistered, looked, aside);
    }

    /** A certificate that does not hold moves nothing; nor does one of another proof, or of another unit than its proof was entered for. */
    private Standing certified(Told.Certificate certificate) {
        return certificate.doubts().isEmpty() ? kept(certificate) : with(certificate.doubts()).beside(certificate);
    }

    private Standing kept(Told.Certificate certificate) {
        Map<CertificateNumber, Told.Certificate> all = new TreeMap<>(Comparator.comparing(CertificateNumber::value));
        all.putAll(certificates);
        all.merge(certificate.proofNo(), certificate, (one, other) -> NEWER.compare(one, other) < 0 ? other : one);
        return new Standing(registryNos, mark, entered, Collections.unmodifiableMap(all), untaken, sentBack, ended, wasRegistered, looked, aside);
    }

    /** An entry that cannot be this case's moves nothing: it waits for a person. */
    private Standing entered(Filed filed, Told.Entry heard) {
        RegisterEntry told = heard.entry();
        Set<Doubt> found = Plausibility.doubts(filed, told);
        if (heard.ahead()) {
            found.add(Doubt.TIME_TO_COME);
        }
        return found.isEmpty() ? taken(filed, heard) : with(found).beside(heard);
    }

    private Standing taken(Filed filed, Told.Entry heard) {
        RegisterEntry told = heard.entry();
        Mark registered = Mark.later(mark, new Mark(RegistrationState.REGISTERED, told.enteredAt(), null, null, heard.registryNo()));
        return new Standing(registryNos, registered, entered.and(filed, told), certificates, untaken, sentBack, ended, wasRegistered, looked, aside);
    }

    private Standing beside(Told told) {
        Set<Told> all = new LinkedHashSet<>(aside);
        all.add(told);
        return new Standing(registryNos, mark, entered, certificates, untaken, sentBack, ended, wasRegistered, looked, Collections.unmodifiableSet(all));
    }

    private Standing with(Set<Doubt> more) {
        EnumSet<Doubt> all = EnumSet.copyOf(more);
        all.addAll(untaken);
        return new Standing(registryNos, mark, entered, certificates, Collections.unmodifiableSet(all), sentBack, ended, wasRegistered, looked, aside);
    }

    /**
     * A person has looked at every doubt there is. One of the whole comes back when the whole changes, one of a thing told with the next such thing.
     *
     * @param stands whether the doubts were found not to be right: what only is called otherwise is taken then, the latest of it; where that cannot be, the doubts stay
     */
    public Standing lookedAt(Filed filed, boolean stands) {
        if (stands && !notAsApplied(filed, Instant.MAX).isEmpty()) {
            return this;
        }
        Standing found = stands ? foundRight(filed) : this;
        return new Standing(
                found.registryNos, found.mark, found.entered, found.certificates, Set.of(), found.sentBack, found.ended, found.wasRegistered, Collections.unmodifiableSet(found.ofTheWhole()), Set.of());
    }

    /**
     * Why nobody can find that what was applied for stands: of all that was told nothing can be it, or the register says something else since. Empty: something was taken, or can be.
     *
     * @param changed when what the right is now was last entered of another case; what was told until then may be that
     */
    public Set<Doubt> notAsApplied(Filed filed, Instant changed) {
        Entered found = foundRight(filed).entered;
        boolean nothing = !found.lacking(filed).isEmpty();
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        // a moment to come says nothing of what was entered last
        aside.stream().filter(Told.Entry.class::isInstance).map(Told.Entry.class::cast)
                .filter(told -> nothing || !told.ahead() && told.entry().enteredAt().isAfter(changed) && found.before(told.entry()))
                .map(told -> anotherRight(filed, told)).forEach(doubts::addAll);
        return doubts;
    }

    /** A cancellation gives no security, and some registries name in it what was cancelled. */
    private static Set<Doubt> anotherRight(Filed filed, Told.Entry told) {
        Set<Doubt> doubts = filed.kind() == Kind.CANCELLATION ? EnumSet.noneOf(Doubt.class) : Plausibility.doubts(filed, told.entry());
        doubts.retainAll(Doubt.OF_ANOTHER_RIGHT);
        return doubts;
    }

    private Standing foundRight(Filed filed) {
        boolean lacking = !entered.lacking(filed).isEmpty();
        Standing found = this;
        for (Told told : aside) {
            if (told instanceof Told.Entry entry && (filed.kind() == Kind.CANCELLATION ? lacking : anotherRight(filed, entry).isEmpty())) {
                found = found.taken(filed, entry);
            } else if (told instanceof Told.Certificate one && one.doubts().equals(Set.of(Doubt.CERTIFICATE_OF_ANOTHER_HOLDER)) && !certificates.containsKey(one.proofNo())) {
                found = found.kept(one);
            }
        }
        return found;
    }

    /** What a person must look at. */
    public Set<Doubt> doubts() {
        Set<Doubt> doubts = ofTheWhole();
        doubts.removeAll(looked);
        doubts.addAll(untaken);
        return doubts;
    }

    private Set<Doubt> ofTheWhole() {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        RegisterEntry entry = entry();
        if (registryNos.size() > 1) {
            doubts.add(Doubt.TWO_REGISTRY_NUMBERS);
        }
        if (!entered.tellsItsAmount()) {
            doubts.add(Doubt.AMOUNT_NOT_TOLD);
        }
        if (!entered.tied().isEmpty()) {
            doubts.add(Doubt.ENTRIES_OF_ONE_MOMENT);
        }
        if (entry != null && ended != null && ended.isAfter(entry.enteredAt())) {
            doubts.add(Doubt.ENDED_AFTER_ITS_ENTRY);
        }
        if (entry != null && mark != null && mark.state() == RegistrationState.DELETED && entry.enteredAt().isAfter(mark.counted())) {
            doubts.add(Doubt.ENTERED_AFTER_ITS_DELETION);
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
        return mark != null && mark.state() == RegistrationState.REGISTERED && entry() != null;
    }

    /** Whether the registry also told an entry that cannot be this case's, or an end after its entry, and nobody has looked yet: nothing is paid on what stands so. */
    public boolean contradicted() {
        return doubts().stream().anyMatch(Doubt.OF_AN_ENTRY::contains);
    }

    /** The moment of the last thing that was told of the register, taken or put aside. */
    Instant lastTold() {
        Instant last = mark == null ? Instant.MIN : mark.counted();
        return aside.stream()
                .filter(told -> told instanceof Told.Entry)
                .map(told -> ((Told.Entry) told).entry().enteredAt())
                .reduce(last, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Since when it is registered, later than what was told of its entry: something was entered anew, and the word of it may be lost. Null: nothing was. */
    public @Nullable Instant enteredAnew() {
        RegisterEntry entry = entry();
        boolean known = mark == null || mark.state() != RegistrationState.REGISTERED || entry == null || !mark.at().isAfter(entry.enteredAt())
                || aside.stream().anyMatch(told -> told instanceof Told.Entry one && !mark.at().isAfter(one.entry().enteredAt()));
        return known ? null : mark.at();
    }

    /** Whether every proof has its certificate; a cancellation has none. */
    public boolean certified() {
        return registered() && Objects.requireNonNull(entry()).proofs().stream().map(proof -> certificates.get(proof.proofNo())).allMatch(one -> one != null && ofItsUnits(one));
    }

    /** Proofs of what stands in the register whose certificate is not here. */
    public List<CertificateNumber> uncertified() {
        RegisterEntry entry = entry();
        return !registered() || entry == null
                ? List.of()
                : entry.proofs().stream().map(RegisterEntry.Proof::proofNo).distinct().filter(no -> certificates.get(no) == null || !ofItsUnits(certificates.get(no))).toList();
    }

    /** Whether a certificate is of exactly the units its proof was entered for. */
    boolean ofItsUnits(Told.Certificate certificate) {
        RegisterEntry entry = entry();
        return entry != null
                && certificate.units().equals(entry.proofs().stream()
                        .filter(proof -> proof.proofNo().equals(certificate.proofNo()))
                        .map(RegisterEntry.Proof::unitNumber)
                        .collect(Collectors.toSet()));
    }

    /**
     * Whether nothing more is to be heard: not asked about any more.
     *
     * @param certificates whether the registry hands certificates over; where its form has none, the entry with its proofs is the end
     */
    public boolean settled(boolean certificates) {
        return mark != null && mark.state().ended() && (mark.state() != RegistrationState.REGISTERED || (certificates ? certified() : registered()));
    }

    /** When the registry went on with a case it had sent back: its days run anew from then; null: it never did, or does not work on it. */
    public @Nullable Instant resumed() {
        boolean works = mark != null && (mark.state() == RegistrationState.SUBMITTED || mark.state() == RegistrationState.ACCEPTED);
        return works && sentBack != null ? mark.at() : null;
    }
}

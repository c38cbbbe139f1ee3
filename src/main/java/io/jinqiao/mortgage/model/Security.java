package io.jinqiao.mortgage.model;

import io.jinqiao.message.Consequence.Secured.State;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegistrationState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a loan is secured by its cases: a function of what was told of all of them, so that no order of hearing matters.
 *
 * <p>A right is a first registration and the cases that name its proofs. It stands when its registration does, no cancellation of it was done, and nothing applied for later
 * leaves open what it is; what was entered of it last says for which approval it stands.
 *
 * @param says the case that says what the right is now; null when nothing that stands in the register secures the loan
 */
public record Security(State state, @Nullable Case says) {
    /** The strongest first, with what the loan is then. */
    private static final List<Map.Entry<Kind, State>> RIGHTS =
            List.of(Map.entry(Kind.CONVERSION, State.CONVERTED), Map.entry(Kind.MORTGAGE, State.REGISTERED), Map.entry(Kind.DOUBLE_PRE_NOTICE, State.PRE_NOTICED));

    /**
     * @param refused whether the registry did not take it; what it tells of the case stands against that
     * @param right which right it is about; null: it is not known, it may be any
     * @param opinionNo approval it was filed for
     */
    public record Case(Kind kind, Standing standing, boolean refused, Instant filedAt, @Nullable String right, @Nullable String opinionNo) {
        boolean registered() {
            return standing.registered() && !standing.contradicted();
        }

        /** The registry works on it, or has not told what it entered. */
        public boolean open() {
            Mark mark = standing.mark();
            return !(refused && mark == null) && !standing.registered() && (mark == null || !mark.state().ended() || mark.state() == RegistrationState.REGISTERED);
        }

        /** It came into the register, and does not stand there beyond doubt: it was taken off, or what was entered is not told yet. */
        boolean takenOff() {
            return standing.wasRegistered() && !registered();
        }

        /** The right may not be any more what was applied for first. */
        boolean changedOtherwise() {
            return standing.contradicted() || takenOff();
        }

        /** Something else is in the register in its place, or was. */
        boolean tookThePlace() {
            return standing.contradicted() || standing.wasRegistered();
        }

        boolean mayBeAboutTheSameAs(Case other) {
            return right == null || other.right == null || right.equals(other.right);
        }

        Instant enteredAt() {
            return Objects.requireNonNull(standing.entry()).enteredAt();
        }
    }

    /** @param held whether a first request is here that was not filed */
    public static Security of(Collection<Case> cases, boolean held) {
        List<Case> since = cases.stream().filter(one -> !ended(cases, one)).toList();
        if (released(cases, since)) {
            return new Security(State.RELEASED, null);
        }
        for (Map.Entry<Kind, State> right : RIGHTS) {
            Case standing = since.stream().filter(one -> one.kind() == right.getKey() && secures(since, one)).max(Comparator.comparing(Case::filedAt)).orElse(null);
            if (standing != null) {
                return new Security(right.getValue(), says(since, standing));
            }
        }
        boolean submitted = since.stream().anyMatch(one -> (one.kind() == Kind.MORTGAGE || one.kind() == Kind.DOUBLE_PRE_NOTICE) && one.open());
        return new Security(submitted ? State.SUBMITTED : held ? State.HELD : State.NONE, null);
    }

    /** A cancellation that was done ends what was applied for until then of the right it names, and nothing later. */
    public static boolean ended(Collection<Case> cases, Case one) {
        return cancellations(cases).anyMatch(off -> !one.filedAt().isAfter(off.filedAt()) && off.mayBeAboutTheSameAs(one));
    }

    /** Something was cancelled, nothing that was applied for since came to the register or may, and nothing else may stand there. */
    private static boolean released(Collection<Case> cases, List<Case> since) {
        return cancellations(cases).map(Case::filedAt).max(Comparator.naturalOrder())
                .filter(cancelled -> since.stream().noneMatch(one -> one.filedAt().isAfter(cancelled) && one.standing().wasRegistered() || one.open() || one.standing().registered()))
                .isPresent();
    }

    private static Stream<Case> cancellations(Collection<Case> cases) {
        return cases.stream().filter(one -> one.kind() == Kind.CANCELLATION && one.registered());
    }

    /** It stands in the register, and nothing that was applied for after it leaves open what it is now. */
    private static boolean secures(Collection<Case> cases, Case one) {
        // whether a pre-notice lives again when its conversion, or a change of that, is taken off or contradicted, the registry must say
        Predicate<Case> leavesOpen = one.kind() == Kind.DOUBLE_PRE_NOTICE
                ? later -> later.kind() == Kind.CONVERSION && later.tookThePlace()
                : later -> later.kind() == Kind.CHANGE && later.changedOtherwise() && !putRight(cases, later);
        return one.registered() && cases.stream().filter(later -> !later.filedAt().isBefore(one.filedAt()) && later.mayBeAboutTheSameAs(one)).noneMatch(leavesOpen);
    }

    /** A change applied for later, and entered after all that is told of this one, says what the right is now. */
    private static boolean putRight(Collection<Case> cases, Case change) {
        return changes(cases, change).anyMatch(later -> later.enteredAt().isAfter(change.standing().lastTold()));
    }

    /** What was entered last, of the right itself and its changes; of changes of one moment the one applied for first. */
    private static Case says(Collection<Case> cases, Case right) {
        return right.kind() == Kind.DOUBLE_PRE_NOTICE
                ? right
                : changes(cases, right)
                        .max(Comparator.comparing(Case::enteredAt).thenComparing(Case::filedAt, Comparator.reverseOrder()))
                        .filter(change -> !right.enteredAt().isAfter(change.enteredAt()))
                        .orElse(right);
    }

    /** When what a right is now was last entered by a change of it that stands; {@link Instant#MIN}: by none. */
    public static Instant changedAt(Collection<Case> cases, Case of) {
        return changes(cases, of).filter(one -> !ended(cases, one)).map(Case::enteredAt).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    /** Changes of the same right that stand and were applied for later. */
    private static Stream<Case> changes(Collection<Case> cases, Case of) {
        return cases.stream().filter(one -> one.kind() == Kind.CHANGE && one.registered() && one.filedAt().isAfter(of.filedAt()) && one.mayBeAboutTheSameAs(of));
    }
}

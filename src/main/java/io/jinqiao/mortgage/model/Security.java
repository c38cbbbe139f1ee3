package io.jinqiao.mortgage.model;

import io.jinqiao.message.Consequence.Secured.State;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegistrationState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How far a loan is secured by its cases: a function of what was told of all of them, so that no order of hearing matters. */
public final class Security {
    private Security() {}

    /** @param refused whether the registry did not take it; what it tells of the case stands against that */
    public record Case(Kind kind, Standing standing, boolean refused, Instant filedAt) {
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

        /** Only a doubt keeps it from securing the loan, or a change or a conversion from leaving it secured. */
        public boolean shutByDoubt() {
            return standing.contradicted() && (standing.registered() || kind == Kind.CHANGE || kind == Kind.CONVERSION);
        }

        /** The right may not be any more what was applied for first. */
        boolean changedOtherwise() {
            return standing.contradicted() || takenOff();
        }
    }

    /** @param held whether a first request is here that was not filed */
    public static State of(Collection<Case> cases, boolean held) {
        Instant cancelled = cancelledAt(cases);
        List<Case> since = cases.stream().filter(one -> cancelled == null || one.filedAt().isAfter(cancelled)).toList();
        return cancelled != null && since.isEmpty() ? State.RELEASED : ofThese(since, held);
    }

    /** When the latest cancellation that was done was applied for: it ends what was applied for until then, and nothing later. */
    public static @Nullable Instant cancelledAt(Collection<Case> cases) {
        return latest(cases, one -> one.kind() == Kind.CANCELLATION && one.registered());
    }

    private static State ofThese(Collection<Case> cases, boolean held) {
        if (secures(cases, Kind.CONVERSION)) {
            return State.CONVERTED;
        }
        if (secures(cases, Kind.MORTGAGE)) {
            return State.REGISTERED;
        }
        if (secures(cases, Kind.DOUBLE_PRE_NOTICE)) {
            return State.PRE_NOTICED;
        }
        if (any(cases, Kind.MORTGAGE, Case::open) || any(cases, Kind.DOUBLE_PRE_NOTICE, Case::open)) {
            return State.SUBMITTED;
        }
        return held ? State.HELD : State.NONE;
    }

    private static boolean secures(Collection<Case> cases, Kind kind) {
        return any(cases, kind, one -> secures(cases, one));
    }

    /** It stands in the register, and nothing that was applied for after it leaves open what it is now. */
    private static boolean secures(Collection<Case> cases, Case one) {
        // whether a pre-notice lives again when its conversion is taken off or contradicted, the registry must say
        Predicate<Case> leavesOpen = one.kind() == Kind.DOUBLE_PRE_NOTICE
                ? later -> later.kind() == Kind.CONVERSION && later.changedOtherwise()
                : later -> later.kind() == Kind.CHANGE && later.changedOtherwise() && !putRight(cases, later);
        return one.registered() && cases.stream().filter(later -> !later.filedAt().isBefore(one.filedAt())).noneMatch(leavesOpen);
    }

    /** A change applied for later, and entered after all that is told of this one, says what the right is now. */
    private static boolean putRight(Collection<Case> cases, Case change) {
        return cases.stream()
                .filter(later -> later.kind() == Kind.CHANGE && later.registered() && later.filedAt().isAfter(change.filedAt()))
                .anyMatch(later -> Objects.requireNonNull(later.standing().entry()).enteredAt().isAfter(change.standing().lastTold()));
    }

    /**
     * When the latest case by which the loan is secured so was filed: the right itself, or the change that says what it is now; null when nothing that stands in the register
     * secures it.
     */
    public static @Nullable Instant filedAt(Collection<Case> cases, State state) {
        Kind by = switch (state) {
            case CONVERTED -> Kind.CONVERSION;
            case REGISTERED -> Kind.MORTGAGE;
            case PRE_NOTICED -> Kind.DOUBLE_PRE_NOTICE;
            case NONE, HELD, SUBMITTED, RELEASED -> null;
        };
        Instant filed = latest(cases, one -> one.kind() == by && secures(cases, one));
        Instant changed = filed == null || by == Kind.DOUBLE_PRE_NOTICE ? null : latest(cases, one -> one.kind() == Kind.CHANGE && one.registered() && one.filedAt().isAfter(filed));
        return changed == null ? filed : changed;
    }

    private static @Nullable Instant latest(Collection<Case> cases, Predicate<Case> so) {
        return cases.stream().filter(so).map(Case::filedAt).max(Comparator.naturalOrder()).orElse(null);
    }

    private static boolean any(Collection<Case> cases, Kind kind, Predicate<Case> so) {
        return cases.stream().anyMatch(one -> one.kind() == kind && so.test(one));
    }
}

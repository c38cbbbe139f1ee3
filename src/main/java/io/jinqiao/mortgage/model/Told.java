package io.jinqiao.mortgage.model;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing the registry told of a case, by whatever way: receipt, call-back, answer to a poll, line of a reconciliation. */
public sealed interface Told {
    /** The registry's number of the case. */
    String registryNo();

    /**
     * The same, as it was heard: what claims a moment that had not come then says so of itself from now on, so that folding it later ends alike.
     *
     * @param latest moment that is believed
     */
    Told heard(Instant latest);

    /** Where the case is since {@code at}. @param ahead whether that had not come when it was told */
    record State(String registryNo, RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn, boolean ahead) implements Told {
        public State(String registryNo, RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn) {
            this(registryNo, state, at, reason, dueOn, false);
        }

        @Override
        public State heard(Instant latest) {
            return new State(registryNo, state, at, reason, dueOn, at.isAfter(latest));
        }
    }

    /** What was entered. @param ahead whether its moment had not come when it was told */
    record Entry(String registryNo, RegisterEntry entry, boolean ahead) implements Told {
        public Entry(String registryNo, RegisterEntry entry) {
            this(registryNo, entry, false);
        }

        @Override
        public Entry heard(Instant latest) {
            return new Entry(registryNo, entry, entry.enteredAt().isAfter(latest));
        }
    }

    /**
     * A certificate came, and this is what its verification came to then.
     *
     * @param units it is of, as it says itself; empty when its seal does not hold
     * @param doubts one of them and it proves nothing
     */
    record Certificate(
            String registryNo, CertificateNumber proofNo, LicenceIdentifier licence, LocalDate issuedOn, Digest digest, Set<UnitNumber> units, Set<Doubt> doubts)
            implements Told {
        public Certificate {
            units = Set.copyOf(units);
            doubts = Set.copyOf(doubts);
        }

        @Override
        public Certificate heard(Instant latest) {
            if (!issuedOn.isAfter(LocalDate.ofInstant(latest, WorkingCalendar.ZONE))) {
                return this;
            }
            EnumSet<Doubt> more = EnumSet.of(Doubt.TIME_TO_COME);
            more.addAll(doubts);
            return new Certificate(registryNo, proofNo, licence, issuedOn, digest, units, more);
        }
    }
}

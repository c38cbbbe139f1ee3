package io.jinqiao.mortgage.model;

import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LicenceIdentifier;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.UnitNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing the registry told of a case, by whatever way: receipt, call-back, answer to a poll, line of a reconciliation. */
public sealed interface Told {
    /** The registry's number of the case. */
    String registryNo();

    /** Where the case is since {@code at}. */
    record State(String registryNo, RegistrationState state, Instant at, @Nullable String reason, @Nullable LocalDate dueOn) implements Told {}

    /** What was entered. */
    record Entry(String registryNo, RegisterEntry entry) implements Told {}

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
    }
}

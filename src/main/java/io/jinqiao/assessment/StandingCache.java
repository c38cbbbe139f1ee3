package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The confirmed decisions about each bank, at most {@code maxAge} old: what another node confirmed holds here that much later at the
 * latest. When they cannot be read the caller gets the error, never an old answer.
 */
final class StandingCache {
    private final Function<PartnerId, List<StandingDecision>> reader;
    private final Duration maxAge;
    private final Clock clock;
    private final Map<PartnerId, Read> read = new ConcurrentHashMap<>();

    private record Read(List<StandingDecision> confirmed, Instant at) {}

    /** @param clock real time */
    StandingCache(Function<PartnerId, List<StandingDecision>> reader, Duration maxAge, Clock clock) {
        this.reader = reader;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** The decision that holds at a time; empty when none does. */
    Optional<StandingDecision> at(PartnerId bank, Instant time) {
        return confirmed(bank).stream()
                .filter(decision -> !holdsFrom(decision).isAfter(time))
                .max(Comparator.comparing(StandingCache::holdsFrom).thenComparing(StandingDecision::number));
    }

    /** A decision never holds before it was confirmed. */
    static Instant holdsFrom(StandingDecision decision) {
        Instant confirmed = Objects.requireNonNull(decision.answeredAt());
        Instant effective = decision.proposal().effectiveFrom();
        return confirmed.isAfter(effective) ? confirmed : effective;
    }

    void forget(PartnerId bank) {
        read.remove(bank);
    }

    private List<StandingDecision> confirmed(PartnerId bank) {
        Instant now = clock.instant();
        Read known = read.get(bank);
        if (known == null || !now.isBefore(known.at().plus(maxAge))) {
            List<StandingDecision> confirmed = reader.apply(bank).stream()
                    .filter(decision -> Boolean.TRUE.equals(decision.confirmed()))
                    .toList();
            known = new Read(confirmed, now);
            read.put(bank, known);
        }
        return known.confirmed();
    }
}

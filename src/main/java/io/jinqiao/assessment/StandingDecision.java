package io.jinqiao.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposal and what became of it. @param confirmed null while nobody answered */
public record StandingDecision(
        long number,
        ProposeStanding proposal,
        Instant proposedAt,
        @Nullable Boolean confirmed,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt) {}

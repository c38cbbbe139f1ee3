package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An electronic seal the centre was given, and whether it may be used.
 *
 * @param sealId unique number of the seal (esID)
 * @param name as it is registered
 * @param digest of the seal's data
 * @param from first instant at which the seal may be used
 * @param to last instant at which the seal may be used
 * @param lastBy who changed its state last; null while proposed
 */
public record SealCard(
        String sealId,
        String name,
        Digest digest,
        Instant from,
        Instant to,
        State state,
        String proposedBy,
        Instant proposedAt,
        String reason,
        @Nullable String lastBy,
        @Nullable Instant lastAt) {

    public enum State {
        /** Handed in by one person; not usable. */
        PROPOSED,
        /** Another person let it be used. */
        ENABLED,
        /** Never usable again. */
        DISABLED
    }
}

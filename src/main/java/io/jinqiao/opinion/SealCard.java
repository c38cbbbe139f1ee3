package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.util.Locale;
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

    /** @throws Refusal unless it is proposed, by another person, and has not expired */
    void requireEnabling(String who, Instant now) {
        if (state != State.PROPOSED) {
            throw forbidden();
        }
        if (PersonName.same(proposedBy, who) || PersonName.isEmpty(who)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (now.isAfter(to)) {
            throw new Refusal(FailureCode.OPINION_SEAL_STATE, "expired");
        }
    }

    /** One person is enough. @throws Refusal when it is disabled already */
    void requireDisabling() {
        if (state == State.DISABLED) {
            throw forbidden();
        }
    }

    private Refusal forbidden() {
        return new Refusal(FailureCode.OPINION_SEAL_STATE, state.name().toLowerCase(Locale.ROOT));
    }
}

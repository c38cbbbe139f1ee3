package io.jinqiao.delivery;

import io.jinqiao.message.PartnerId;
import java.time.Instant;

/** Tokens of the sessions partners opened with us: any node gives them, every node knows them, a restart forgets none. */
public interface Tickets {

    /** Gives a new token, in the caller's transaction. Earlier ones of the partner stay good until they expire. */
    String give(PartnerId partner, Instant now, Instant expiresAt);

    /** Whether it was given to this partner and has not expired. */
    boolean good(PartnerId partner, String token, Instant now);
}

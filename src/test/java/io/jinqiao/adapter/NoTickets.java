package io.jinqiao.adapter;

import io.jinqiao.delivery.Tickets;
import io.jinqiao.message.PartnerId;
import java.time.Instant;

/** Sessions of partners that open none. */
final class NoTickets implements Tickets {
    static Sessions sessions() {
        return new Sessions(new NoTickets());
    }

    @Override
    public String give(PartnerId partner, Instant now, Instant expiresAt) {
        throw new AssertionError("nobody asked for a session");
    }

    @Override
    public boolean good(PartnerId partner, String token, Instant now) {
        throw new AssertionError("nobody is in a session");
    }
}

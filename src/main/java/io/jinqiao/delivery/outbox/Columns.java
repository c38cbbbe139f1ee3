package io.jinqiao.delivery.outbox;

import io.jinqiao.message.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage as it stands in a row.
 *
 * @param cause why it is unknown, or the failure code it was held for
 * @param reply the outcome, once known
 */
record Columns(
        String state,
        int attempts,
        int enquiries,
        int effectTries,
        @Nullable Instant due,
        @Nullable Instant since,
        @Nullable String cause,
        @Nullable String detail,
        @Nullable Instant expectedBy,
        @Nullable Reply reply) {

    static Columns of(Stage stage, Instant now) {
        if (stage instanceof Stage.Posted s) {
            return new Columns("POSTED", s.attempts(), 0, 0, s.due(), now, null, null, null, null);
        }
        if (stage instanceof Stage.Departed s) {
            return new Columns("DEPARTED", s.attempts(), 0, 0, null, now, null, null, null, null);
        }
        if (stage instanceof Stage.Unknown s) {
            Reply.Unknown k = s.known();
            return new Columns(
                    "UNKNOWN", s.attempts(), s.enquiries(), 0, s.due(), s.since(), k.cause().name(), k.detail(), k.expectedBy(), null);
        }
        if (stage instanceof Stage.Answered s) {
            return new Columns("ANSWERED", 0, 0, s.tries(), s.due(), now, null, null, null, s.reply());
        }
        if (stage instanceof Stage.Held s) {
            return new Columns("HELD", s.attempts(), 0, 0, null, s.since(), s.code().name(), s.detail(), null, null);
        }
        Stage.Settled s = (Stage.Settled) stage;
        return new Columns("SETTLED", 0, 0, 0, null, now, null, null, null, s.reply());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }

    /** accepted or rejected; null: not yet known */
    @Nullable String outcome() {
        return reply == null ? null : reply.fold(accepted -> "accepted", rejected -> "rejected", unknown -> null);
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        Instant stored = instant(row, column);
        if (stored == null) {
            throw new IllegalStateException("row without " + column);
        }
        return stored;
    }
}

package io.jinqiao.delivery.outbox;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
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
        @Nullable String reply) {

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
            return new Columns("ANSWERED", 0, 0, s.tries(), s.due(), now, null, null, null, ReplyText.of(s.reply()));
        }
        if (stage instanceof Stage.Held s) {
            return new Columns("HELD", s.attempts(), 0, 0, null, s.since(), s.code().name(), s.detail(), null, null);
        }
        Stage.Settled s = (Stage.Settled) stage;
        return new Columns("SETTLED", 0, 0, 0, null, now, null, null, null, ReplyText.of(s.reply()));
    }

    static OutboxRow row(ResultSet row) throws SQLException {
        return new OutboxRow(
                new Lease(row.getLong("seq"), row.getLong("lease_token")),
                new MessageId(row.getString("message_id")),
                new PartnerId(row.getString("partner")),
                Operation.of(row.getString("operation")),
                row.getString("content"),
                stage(row));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        return switch (row.getString("state")) {
            case "POSTED" -> new Stage.Posted(attempts, required(row, "due_at"));
            case "DEPARTED" -> new Stage.Departed(attempts);
            case "UNKNOWN" ->
                new Stage.Unknown(
                        attempts, known(row), required(row, "since"), row.getInt("enquiries"), instant(row, "due_at"));
            case "ANSWERED" ->
                new Stage.Answered(
                        ReplyText.read(row.getString("reply")), row.getInt("effect_tries"), required(row, "due_at"));
            case "HELD" ->
                new Stage.Held(
                        attempts,
                        FailureCode.valueOf(row.getString("cause")),
                        row.getString("detail"),
                        required(row, "since"));
            default -> throw new IllegalStateException("a settled row is not worked on");
        };
    }

    private static Reply.Unknown known(ResultSet row) throws SQLException {
        return new Reply.Unknown(
                Reply.Cause.valueOf(row.getString("cause")), row.getString("detail"), instant(row, "expected_by"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        Instant stored = instant(row, column);
        if (stored == null) {
            throw new IllegalStateException("row without " + column);
        }
        return stored;
    }
}

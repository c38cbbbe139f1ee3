package io.jinqiao.delivery.outbox;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** From a row to a message of the outbox and back to what may lie in a table. */
@Component
class OutboxRows {
    private final PersonalData personalData;

    OutboxRows(PersonalData personalData) {
        this.personalData = personalData;
    }

    OutboxRow read(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        return new OutboxRow(
                new Lease(row.getLong("seq"), row.getLong("lease_token")),
                new MessageId(row.getString("message_id")),
                new PartnerId(row.getString("partner")),
                row.getString("subject"),
                Operation.of(row.getString("operation")),
                () -> personalData.revealText(content),
                stage(row));
    }

    /** What is kept of a reply until its effects are done. */
    byte[] conceal(OutboxRow row, Reply reply) {
        return personalData.concealText(row.about(), ReplyText.of(reply));
    }

    private Stage stage(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        return switch (row.getString("state")) {
            case "POSTED" -> new Stage.Posted(attempts, Columns.required(row, "due_at"));
            case "DEPARTED" -> new Stage.Departed(attempts);
            case "UNKNOWN" ->
                new Stage.Unknown(
                        attempts,
                        known(row),
                        Columns.required(row, "since"),
                        row.getInt("enquiries"),
                        Columns.instant(row, "due_at"));
            case "ANSWERED" ->
                new Stage.Answered(reply(row), row.getInt("effect_tries"), Columns.required(row, "due_at"));
            case "HELD" ->
                new Stage.Held(
                        attempts,
                        FailureCode.valueOf(row.getString("cause")),
                        row.getString("detail"),
                        Columns.required(row, "since"));
            default -> throw new IllegalStateException("a settled row is not worked on");
        };
    }

    /** Of an erased reply the outcome is left. */
    private Reply reply(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return personalData
                .revealText(row.getBytes("reply"))
                .map(ReplyText::read)
                .orElseGet(() -> ReplyText.erased(outcome));
    }

    private static Reply.Unknown known(ResultSet row) throws SQLException {
        return new Reply.Unknown(
                Reply.Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                Columns.instant(row, "expected_by"));
    }
}

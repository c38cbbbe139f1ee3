package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Unknowns.Decision;
import io.jinqiao.delivery.Unknowns.Proposal;
import io.jinqiao.delivery.Unknowns.UnknownMessage;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals about messages of unknown outcome. */
@Component
class DecisionStore {
    private static final String UNKNOWN = "SELECT * FROM delivery_fact_unknown";

    private final JdbcClient sql;

    DecisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<UnknownMessage> unknown() {
        return sql.sql(UNKNOWN + " ORDER BY since, message_id")
                .query((row, n) -> unknown(row))
                .list();
    }

    Optional<UnknownMessage> unknown(MessageId id) {
        return sql.sql(UNKNOWN + " WHERE message_id = ?")
                .param(id.value())
                .query((row, n) -> unknown(row))
                .optional();
    }

    Facts facts(MessageId id) {
        return sql.sql("SELECT subject, record FROM delivery_outbox WHERE message_id = ?")
                .param(id.value())
                .query((row, n) -> new Facts(row.getString("subject"), record(row, "record")))
                .single();
    }

    /** @return false when another proposal stands */
    boolean propose(Proposal proposal, RecordId record) {
        return 1
                == sql.sql(
                                """
                                INSERT INTO delivery_decision
                                    (id, message_id, decision, reason, proposed_by, proposed_at, proposal_record)
                                VALUES (?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (message_id) WHERE closed_as IS NULL DO NOTHING
                                """)
                        .params(
                                proposal.id(),
                                proposal.message().value(),
                                proposal.decision().name(),
                                proposal.reason(),
                                proposal.by(),
                                Timestamp.from(proposal.at()),
                                record.value())
                        .update();
    }

    /** A proposal that stands; locked by the caller's transaction. */
    Optional<Standing> standing(UUID id) {
        return sql.sql("SELECT * FROM delivery_decision WHERE id = ? AND closed_as IS NULL FOR UPDATE")
                .param(id)
                .query((row, n) -> new Standing(
                        new Proposal(
                                id,
                                new MessageId(row.getString("message_id")),
                                Decision.valueOf(row.getString("decision")),
                                row.getString("reason"),
                                row.getString("proposed_by"),
                                Columns.required(row, "proposed_at")),
                        new RecordId(row.getObject("proposal_record", UUID.class))))
                .optional();
    }

    void close(UUID id, String as, String person, Instant at, @Nullable RecordId record) {
        sql.sql("UPDATE delivery_decision SET closed_as = ?, closed_by = ?, closed_at = ?, closing_record = ? WHERE id = ?")
                .params(as, person, Timestamp.from(at), record == null ? null : record.value(), id)
                .update();
    }

    record Facts(@Nullable String subject, @Nullable RecordId record) {}

    record Standing(Proposal proposal, RecordId record) {}

    private static UnknownMessage unknown(ResultSet row) throws SQLException {
        MessageId id = new MessageId(row.getString("message_id"));
        return new UnknownMessage(
                id,
                new PartnerId(row.getString("partner")),
                Operation.of(row.getString("operation")),
                row.getString("subject"),
                Reply.Cause.valueOf(row.getString("cause")),
                row.getString("detail"),
                Columns.required(row, "since"),
                Columns.instant(row, "expected_by"),
                row.getInt("enquiries"),
                Columns.instant(row, "next_enquiry"),
                row.getBoolean("for_people"),
                proposal(row, id));
    }

    private static @Nullable Proposal proposal(ResultSet row, MessageId message) throws SQLException {
        UUID id = row.getObject("proposal", UUID.class);
        return id == null
                ? null
                : new Proposal(
                        id,
                        message,
                        Decision.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        row.getString("proposed_by"),
                        Columns.required(row, "proposed_at"));
    }

    private static @Nullable RecordId record(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new RecordId(id);
    }
}

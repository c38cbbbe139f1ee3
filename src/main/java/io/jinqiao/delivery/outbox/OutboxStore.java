package io.jinqiao.delivery.outbox;

import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox. Every write of a stage checks the token of the lease under which the row was read. */
@Component
class OutboxStore {
    private final JdbcClient sql;
    private final OutboxRows rows;
    private final Clock clock;

    OutboxStore(JdbcClient sql, OutboxRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    List<PartnerId> duePartners() {
        return sql.sql(Statements.DUE_PARTNERS)
                .param("now", now())
                .query((row, n) -> new PartnerId(row.getString("partner")))
                .list();
    }

    List<OutboxRow> lease(PartnerId partner, int count, String node, Duration length) {
        return sql.sql(Statements.LEASE)
                .param("partner", partner.value())
                .param("count", count)
                .param("node", node)
                .param("millis", length.toMillis())
                .param("now", now())
                .query((row, n) -> rows.read(row))
                .list();
    }

    /** @return false when the lease is lost */
    boolean depart(Lease lease, Stage.Departed stage, Duration length, RecordId record) {
        return 1
                == leased(Statements.DEPART, lease, length, record)
                        .param("attempts", stage.attempts())
                        .param("now", now())
                        .update();
    }

    /** @return false when the lease is lost */
    boolean hold(Lease lease, Duration length, RecordId record) {
        return 1 == leased(Statements.HOLD, lease, length, record).update();
    }

    private JdbcClient.StatementSpec leased(String statement, Lease lease, Duration length, RecordId record) {
        return sql.sql(statement)
                .param("seq", lease.seq())
                .param("token", lease.token())
                .param("millis", length.toMillis())
                .param("record", record.value());
    }

    /** @return false when the lease is lost */
    boolean write(OutboxRow row, Stage stage, @Nullable RecordId record) {
        Columns columns = Columns.of(stage, clock.instant());
        return 1
                == sql.sql(Statements.WRITE)
                        .param("seq", row.lease().seq())
                        .param("token", row.lease().token())
                        .param("state", columns.state())
                        .param("attempts", columns.attempts())
                        .param("enquiries", columns.enquiries())
                        .param("tries", columns.effectTries())
                        .param("due", timestamp(columns.due()), Types.TIMESTAMP)
                        .param("since", timestamp(columns.since()), Types.TIMESTAMP)
                        .param("cause", columns.cause(), Types.VARCHAR)
                        .param("detail", columns.detail(), Types.VARCHAR)
                        .param("expectedBy", timestamp(columns.expectedBy()), Types.TIMESTAMP)
                        .param("outcome", columns.outcome(), Types.VARCHAR)
                        .param("reply", stage instanceof Stage.Answered answered ? rows.conceal(row, answered.reply()) : null, Types.BINARY)
                        .param("record", record == null ? null : record.value(), Types.OTHER)
                        .update();
    }

    /** @return how many rows a former life of this node held */
    int releaseOwn(String node) {
        return sql.sql(Statements.RELEASE_OWN).param("node", node).update();
    }

    /** Rows that left with an owner who is gone; locked by the caller's transaction. */
    List<OutboxRow> abandoned() {
        return sql.sql(Statements.ABANDONED)
                .query((row, n) -> rows.read(row))
                .list();
    }

    /** A row whose effects are due; locked by the caller's transaction. */
    Optional<OutboxRow> nextAnswered() {
        return sql.sql(Statements.NEXT_ANSWERED)
                .param("now", now())
                .query((row, n) -> rows.read(row))
                .optional();
    }

    /** An unsettled row; locked by the caller's transaction. */
    Optional<OutboxRow> lock(MessageId id) {
        return sql.sql(Statements.ONE)
                .param("id", id.value())
                .query((row, n) -> rows.read(row))
                .optional();
    }

    /** Held rows of a partner; locked by the caller's transaction. */
    List<OutboxRow> held(PartnerId partner) {
        return sql.sql(Statements.HELD)
                .param("partner", partner.value())
                .query((row, n) -> rows.read(row))
                .list();
    }

    /** How many rows are open. */
    List<Count> counts() {
        return sql.sql(Statements.COUNTS)
                .query((row, n) -> new Count(row.getString("partner"), row.getString("state"), row.getLong("n")))
                .list();
    }

    record Count(String partner, String state, long rows) {}

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}

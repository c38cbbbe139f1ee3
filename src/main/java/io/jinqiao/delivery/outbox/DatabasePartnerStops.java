package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.message.PartnerId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stops in PostgreSQL: every node sees them with its next look. */
@Component
final class DatabasePartnerStops implements PartnerStops {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerStops.class);

    private final JdbcClient sql;
    private final OutboxStore store;
    private final DeliveryRules rules;
    private final Clock clock;
    private final Nudge nudge;
    private final TransactionTemplate transaction;

    DatabasePartnerStops(
            JdbcClient sql,
            OutboxStore store,
            DeliveryRules rules,
            Clock clock,
            Nudge nudge,
            PlatformTransactionManager transactions) {
        this.sql = sql;
        this.store = store;
        this.rules = rules;
        this.clock = clock;
        this.nudge = nudge;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void stop(PartnerId partner, String reason, String person) {
        String checked = Words.reason(reason);
        int stopped = sql.sql(
                        """
                        INSERT INTO delivery_partner_stop (id, partner, reason, stopped_by, since)
                        VALUES (:id, :partner, :reason, :person, :now)
                        ON CONFLICT (partner) WHERE resumed_at IS NULL DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("partner", partner.value())
                .param("reason", checked)
                .param("person", Words.person(person))
                .param("now", now())
                .update();
        if (stopped == 1) {
            LOG.warn("partner {} is stopped by {}: {}", partner, person, checked);
        }
    }

    @Override
    public int resume(PartnerId partner, String reason, String person) {
        Integer released = transaction.execute(status -> {
            sql.sql(
                            """
                            UPDATE delivery_partner_stop
                            SET resumed_by = :person, resumed_at = :now, resume_reason = :reason
                            WHERE partner = :partner AND resumed_at IS NULL
                            """)
                    .param("person", Words.person(person))
                    .param("now", now())
                    .param("reason", Words.reason(reason))
                    .param("partner", partner.value())
                    .update();
            return release(store.held(partner));
        });
        LOG.warn("partner {} goes on, by {}: {}", partner, person, reason);
        nudge.give();
        return released == null ? 0 : released;
    }

    private int release(List<OutboxRow> held) {
        for (OutboxRow row : held) {
            Moves moves = new Moves(rules.rule(row.partner(), row.operation()), clock.instant());
            store.write(row, moves.after(row.stage(), new Event.Released()), null);
        }
        return held.size();
    }

    @Override
    public boolean stopped(PartnerId partner) {
        return sql.sql("SELECT count(*) FROM delivery_partner_stop WHERE partner = ? AND resumed_at IS NULL")
                        .param(partner.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Stop> list() {
        return sql.sql("SELECT * FROM delivery_partner_stop WHERE resumed_at IS NULL ORDER BY since, partner")
                .query((row, n) -> new Stop(
                        new PartnerId(row.getString("partner")),
                        row.getString("reason"),
                        row.getString("stopped_by"),
                        Columns.required(row, "since")))
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

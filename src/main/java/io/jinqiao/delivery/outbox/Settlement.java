package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.delivery.PartnerStops;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what an attempt came to: record, stage and effects are one commit. */
@Component
class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final OutboxStore store;
    private final DeliveryRules rules;
    private final PartnerStops stops;
    private final Effects effects;
    private final CommitPoints points;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settlement(
            OutboxStore store,
            DeliveryRules rules,
            PartnerStops stops,
            Effects effects,
            CommitPoints points,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.stops = stops;
        this.effects = effects;
        this.points = points;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @throws Carrier.LeaseLost when the row is no longer ours; what came is recorded all the same */
    void settle(OutboxRow row, Came came) {
        try {
            settleAtOnceOrInTwo(row, came);
        } catch (Carrier.LeaseLost e) {
            recordOnly(came);
            throw e;
        }
    }

    private void settleAtOnceOrInTwo(OutboxRow row, Came came) {
        try {
            commit(row, came);
        } catch (EffectsBroke | UnexpectedRollbackException e) {
            LOG.error("what follows from the answer to message {} failed; it is tried again later", row.id(), e);
            commit(row, came.withoutEffects());
        }
    }

    private void commit(OutboxRow row, Came came) {
        Stage next = moves(row).after(came.from(), came.event());
        boolean enquiry = came.from() instanceof Stage.Unknown;
        transaction.executeWithoutResult(status -> {
            RecordId record = came.record() == null ? null : came.record().get();
            write(row, next, record);
            if (came.reply() != null) {
                follow(row, came.reply());
            }
            if (came.record() != null) {
                points.reached(enquiry ? Point.ENQUIRY_REPLY_BEFORE_COMMIT : Point.REPLY_BEFORE_COMMIT);
            }
        });
        if (came.record() != null && !enquiry) {
            points.reached(Point.REPLY_COMMITTED);
        }
    }

    private void write(OutboxRow row, Stage next, @Nullable RecordId record) {
        if (!store.write(row, next, record)) {
            throw new Carrier.LeaseLost(row.id());
        }
        if (next instanceof Stage.Held held && held.code().passing()) {
            String reason = held.code().code() + " after " + held.attempts() + " attempts: " + held.detail();
            stops.stop(row.partner(), Words.cut(reason), PartnerStops.GATEWAY);
        }
    }

    private void follow(OutboxRow row, Reply reply) {
        try {
            effects.follow(row, reply);
        } catch (RuntimeException e) {
            throw new EffectsBroke(e);
        }
    }

    private void recordOnly(Came came) {
        if (came.record() != null) {
            transaction.executeWithoutResult(status -> came.record().get());
        }
    }

    /** Tries one outstanding effect again. @return false when none is due */
    boolean oneEffect() {
        OutboxRow[] tried = new OutboxRow[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> store.nextAnswered()
                    .map(row -> {
                        tried[0] = row;
                        Reply reply = ((Stage.Answered) row.stage()).reply();
                        write(row, moves(row).after(row.stage(), new Event.EffectsDone()), null);
                        follow(row, reply);
                        return true;
                    })
                    .orElse(false)));
        } catch (EffectsBroke | UnexpectedRollbackException e) {
            OutboxRow row = Objects.requireNonNull(tried[0]);
            LOG.error("what follows from the answer to message {} failed again", row.id(), e);
            store.write(row, moves(row).after(row.stage(), new Event.EffectsFailed()), null);
            return true;
        }
    }

    /** Rows that left with an owner who is gone become unknown. @return how many */
    int askAboutAbandoned() {
        Integer found = transaction.execute(status -> {
            List<OutboxRow> rows = store.abandoned();
            rows.forEach(row -> write(row, moves(row).after(row.stage(), new Event.LeaseExpired()), null));
            return rows.size();
        });
        return found == null ? 0 : found;
    }

    private Moves moves(OutboxRow row) {
        return new Moves(rules.rule(row.partner(), row.operation()), clock.instant());
    }

    /** The route behind the answer failed; the message is not to blame. */
    private static final class EffectsBroke extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EffectsBroke(RuntimeException cause) {
            super(cause);
        }
    }
}

package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.DeliveryProperties;
import io.jinqiao.delivery.DeliveryRules;
import io.jinqiao.message.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** One leased row, from the attempt to its settlement. */
@Component
class Errand {
    /** Between two tries to write what came while the database is gone. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Attempts attempts;
    private final Settlement settlement;
    private final DeliveryRules rules;
    private final DeliveryProperties properties;
    private final MeterRegistry meters;

    Errand(
            Attempts attempts,
            Settlement settlement,
            DeliveryRules rules,
            DeliveryProperties properties,
            MeterRegistry meters) {
        this.attempts = attempts;
        this.settlement = settlement;
        this.rules = rules;
        this.properties = properties;
        this.meters = meters;
    }

    void run(OutboxRow row, Carrier carrier) {
        Timer.Sample sample = Timer.start(meters);
        String result = "lost";
        try {
            Came came = attempts.make(row, carrier);
            result = came.word();
            settlePatiently(row, came);
        } catch (Carrier.LeaseLost e) {
            result = "lost";
            LOG.warn("{}; another node has it", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("message {} stays as it is until its lease expires", row.id(), e);
        } finally {
            sample.stop(meters.timer(
                    "jinqiao.delivery.attempt",
                    "partner",
                    row.partner().value(),
                    "operation",
                    row.operation().id(),
                    "kind",
                    row.stage() instanceof Stage.Unknown ? "enquiry" : "send",
                    "result",
                    result));
        }
    }

    /** An answer in hand is not let go because database or evidence is away for a moment: only when the lease must be over. */
    private void settlePatiently(OutboxRow row, Came came) {
        long end = System.nanoTime()
                + rules.rule(row.partner(), row.operation()).attemptLimit().plus(properties.lease()).toNanos();
        while (true) {
            try {
                settlement.settle(row, came);
                return;
            } catch (DataAccessException | TransactionException | Refusal e) {
                if (ours(e) || System.nanoTime() > end) {
                    throw e;
                }
                LOG.warn("the outcome of message {} cannot be written yet: {}", row.id(), e.getClass().getSimpleName());
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** A fault of our own statements does not pass. */
    private static boolean ours(RuntimeException e) {
        return e instanceof InvalidDataAccessResourceUsageException || e instanceof DataIntegrityViolationException;
    }
}

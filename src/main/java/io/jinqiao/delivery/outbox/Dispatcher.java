package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.delivery.CommitPoints;
import io.jinqiao.delivery.CommitPoints.Point;
import io.jinqiao.delivery.DeliveryProperties;
import io.jinqiao.message.PartnerId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Leases what is due and has it carried: one thread looks, a few carry. Any number of nodes may do so on one database.
 */
@Component
final class Dispatcher implements SmartLifecycle {
    /** After the routes that effects may call; stopped before them. */
    private static final int PHASE = Integer.MAX_VALUE - 50;

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final OutboxStore store;
    private final Errand errand;
    private final Settlement settlement;
    private final PartnerGates gates;
    private final ObjectProvider<Carrier> carriers;
    private final CommitPoints points;
    private final Nudge nudge;
    private final DispatcherPulse pulse;
    private final DeliveryProperties properties;
    private final String node;
    private final Semaphore idle;
    private @Nullable Thread clerk;
    private @Nullable ExecutorService carriersAtWork;
    private volatile boolean running;

    Dispatcher(
            OutboxStore store,
            Errand errand,
            Settlement settlement,
            PartnerGates gates,
            ObjectProvider<Carrier> carriers,
            CommitPoints points,
            Nudge nudge,
            DispatcherPulse pulse,
            DeliveryProperties properties) {
        this.store = store;
        this.errand = errand;
        this.settlement = settlement;
        this.gates = gates;
        this.carriers = carriers;
        this.points = points;
        this.nudge = nudge;
        this.pulse = pulse;
        this.properties = properties;
        this.node = properties.node() == null ? "node-" + UUID.randomUUID() : properties.node();
        this.idle = new Semaphore(properties.workers());
    }

    @Override
    public synchronized void start() {
        Carrier carrier = carriers.getIfAvailable();
        if (carrier == null) {
            LOG.warn("nobody carries messages; the outbox only collects them");
            return;
        }
        int released = properties.node() == null ? 0 : store.releaseOwn(node);
        LOG.info("node {} delivers with {} workers; {} rows of its former life are free", node, properties.workers(), released);
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(
                properties.workers(), work -> new Thread(work, "delivery-" + number.incrementAndGet()));
        carriersAtWork = pool;
        running = true;
        clerk = new Thread(() -> watch(carrier, pool), "delivery-clerk");
        clerk.start();
    }

    @Override
    public synchronized void stop() {
        running = false;
        nudge.give();
        try {
            if (clerk != null) {
                clerk.join(LONGEST_STOP.toMillis());
            }
            if (carriersAtWork != null) {
                carriersAtWork.shutdown();
                if (!carriersAtWork.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("stopping with attempts under way; they will be asked about");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void watch(Carrier carrier, ExecutorService pool) {
        long lastRound = System.nanoTime() - properties.poll().toNanos();
        while (running) {
            try {
                if (System.nanoTime() - lastRound >= properties.poll().toNanos()) {
                    round();
                    lastRound = System.nanoTime();
                }
                leaseWhatIsDue(carrier, pool);
                pulse.beat();
                nudge.await(properties.poll());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                pulse.missed(e);
                pause();
            }
        }
    }

    /** What needs a look now and then only. */
    private void round() {
        settlement.askAboutAbandoned();
        for (int i = 0; i < 20 && settlement.oneEffect(); i++) {
            pulse.beat();
        }
    }

    private void leaseWhatIsDue(Carrier carrier, ExecutorService pool) {
        if (idle.availablePermits() == 0) {
            return;
        }
        for (PartnerId partner : store.duePartners()) {
            int room = Math.min(gates.of(partner).room(), idle.availablePermits());
            List<OutboxRow> rows = room == 0 ? List.of() : store.lease(partner, room, node, properties.lease());
            for (OutboxRow row : rows) {
                points.reached(Point.OUTBOX_LEASED);
                idle.acquireUninterruptibly();
                gates.of(partner).enter();
                pool.execute(() -> carry(row, carrier));
            }
        }
    }

    private void carry(OutboxRow row, Carrier carrier) {
        try {
            errand.run(row, carrier);
        } finally {
            gates.of(row.partner()).leave();
            idle.release();
            nudge.give();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(properties.poll().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.store.JournalProbe;
import io.jinqiao.evidence.store.KeptLists;
import io.jinqiao.evidence.store.TrafficGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The journal's own thread: links new records, keeps the lease, links what abandoned chains left, and finds out when traffic may
 * resume.
 */
public final class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int ENOUGH_LOOKS = 30;
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);

    private final ChainLease lease;
    private final Linker linker;
    private final Backlog backlog;
    private final JournalProbe probe;
    private final KeptLists lists;
    private final TrafficGate gate;
    private final Clock clock;
    private final Duration linkInterval;
    private volatile ScheduledExecutorService thread;
    private final Map<String, Integer> emptyLooks = new HashMap<>();
    private boolean failing;

    public Watch(
            ChainLease lease,
            Linker linker,
            Backlog backlog,
            JournalProbe probe,
            KeptLists lists,
            TrafficGate gate,
            Clock clock,
            Duration linkInterval) {
        this.lease = lease;
        this.linker = linker;
        this.backlog = backlog;
        this.probe = probe;
        this.lists = lists;
        this.gate = gate;
        this.clock = clock;
        this.linkInterval = linkInterval;
    }

    /** Links this node's new records. */
    public void link() {
        Instant before = clock.instant();
        linker.link(lease.node());
        backlog.linked(before);
    }

    /** Everything that is not urgent. */
    public void keepHouse() {
        if (!gate.writes()) {
            probe.probe();
        }
        lease.renew();
        lists.keep();
        linkAbandoned();
        backlog.check();
    }

    /** A chain nobody holds gets no more records: after some looks that found nothing it is left alone until somebody holds it again. */
    private void linkAbandoned() {
        List<String> abandoned = lease.abandoned();
        emptyLooks.keySet().retainAll(abandoned);
        for (String node : abandoned) {
            if (emptyLooks.getOrDefault(node, 0) < ENOUGH_LOOKS) {
                int linked = linker.link(node);
                emptyLooks.merge(node, 1, (before, one) -> linked == 0 ? before + one : 0);
            }
        }
    }

    @Override
    public synchronized void start() {
        probe.probe();
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "evidence-linker"));
        long pause = linkInterval.toMillis();
        executor.scheduleWithFixedDelay(() -> quietly(this::link), pause, pause, TimeUnit.MILLISECONDS);
        executor.scheduleWithFixedDelay(
                () -> quietly(this::keepHouse), 0, HOUSEKEEPING.toMillis(), TimeUnit.MILLISECONDS);
        thread = executor;
    }

    /** A failure must not end the schedule; it is told once until it has passed. */
    private void quietly(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("linking records will be tried again: {}", e.getClass().getSimpleName(), e);
            }
            failing = true;
        }
    }

    @Override
    public synchronized void stop() {
        thread.shutdown();
        try {
            if (thread.awaitTermination(5, TimeUnit.SECONDS)) {
                quietly(this::link);
                quietly(lease::release);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Starts before channels open and stops after they have closed. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}

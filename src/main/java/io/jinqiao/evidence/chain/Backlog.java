package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.store.RecordIds;
import io.jinqiao.evidence.store.TrafficGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long the oldest record has been waiting for its seal, and what follows when that is too long. */
public final class Backlog {
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration STEP = Duration.ofSeconds(2);

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration maxAge;
    private final TrafficGate gate;
    private volatile Instant linkedUpTo;
    private volatile Duration age = Duration.ZERO;

    public Backlog(JdbcTemplate jdbc, Clock clock, Duration maxAge, TrafficGate gate) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.maxAge = maxAge;
        this.gate = gate;
        this.linkedUpTo = clock.instant();
    }

    /** Everything committed before this instant has its link. */
    void linked(Instant upTo) {
        noticeStep(upTo);
        linkedUpTo = upTo;
    }

    /** Age of the oldest record without a seal; zero when there is none. */
    public Duration age() {
        return age;
    }

    /** Looks again, and closes or opens the gate. */
    public void check() {
        Instant now = clock.instant();
        noticeStep(now);
        Duration unlinked = Duration.between(linkedUpTo, now);
        Instant oldest = oldestUnsealed();
        Duration unsealed = oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        boolean stuck = unlinked.compareTo(maxAge) > 0;
        age = stuck && unlinked.compareTo(unsealed) > 0 ? unlinked : unsealed;
        gate.sealOverdue(
                age.compareTo(maxAge) > 0 ? "oldest unsealed record is older than the allowed " + maxAge.toSeconds() + " s" : null);
    }

    /** Ids, links and seals do not follow the clock back; waiting times are counted from now on, else a stuck linker would look fresh. */
    private void noticeStep(Instant now) {
        Duration back = Duration.between(now, linkedUpTo);
        if (back.compareTo(STEP) > 0) {
            LOG.warn("the clock was set back by {} s; messages are held against the new time from now on / 系统时钟回拨 {} 秒", back.toSeconds(), back.toSeconds());
            linkedUpTo = now;
        }
    }

    private @Nullable Instant oldestUnsealed() {
        // ids begin with their time, so the smallest is the oldest
        return jdbc
                .queryForList(
                        "SELECT l.record_id FROM evidence_chain c CROSS JOIN LATERAL (SELECT record_id FROM evidence_link l"
                                + " WHERE l.node = c.node AND l.seq > coalesce((SELECT max(last_seq) FROM evidence_seal_range g"
                                + " WHERE g.node = c.node), 0) ORDER BY l.seq LIMIT 1) l",
                        UUID.class)
                .stream()
                .map(RecordIds::time)
                .min(Instant::compareTo)
                .orElse(null);
    }
}

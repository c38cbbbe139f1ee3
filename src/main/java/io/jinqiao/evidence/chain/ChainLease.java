package io.jinqiao.evidence.chain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which chain this process writes to. The lease keeps two processes from sharing a chain; what makes a fork impossible is the
 * row lock and the primary key under which links are inserted.
 */
public final class ChainLease {
    private final JdbcTemplate jdbc;
    private final HomeNodes nodes;
    private final double seconds;
    private final UUID holder = UUID.randomUUID();
    private volatile String node;

    /** Claims a chain at once. */
    public ChainLease(JdbcTemplate jdbc, Path home, Duration lease) {
        this.jdbc = jdbc;
        this.nodes = new HomeNodes(home);
        this.seconds = lease.toMillis() / 1000.0;
        this.node = nodes.claim(this::claim);
    }

    public String node() {
        return node;
    }

    /** Keeps the lease; takes another chain when this process was silent for so long that somebody else has it. */
    public void renew() {
        if (!claim(node)) {
            node = nodes.claim(this::claim);
        }
    }

    public void release() {
        jdbc.update("UPDATE evidence_chain SET holder = NULL, held_until = NULL WHERE node = ? AND holder = ?", node, holder);
    }

    /** Chains nobody holds: their last records may still wait for a link. */
    public List<String> abandoned() {
        return jdbc.queryForList(
                "SELECT node FROM evidence_chain WHERE holder IS NULL OR held_until < now() ORDER BY node", String.class);
    }

    private boolean claim(String name) {
        return jdbc.update(
                        "INSERT INTO evidence_chain (node, holder, held_until) VALUES (?, ?, now() + make_interval(secs => ?))"
                                + " ON CONFLICT (node) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until"
                                + " WHERE evidence_chain.holder IS NULL OR evidence_chain.holder = excluded.holder"
                                + " OR evidence_chain.held_until < now()",
                        name,
                        holder,
                        seconds)
                == 1;
    }
}

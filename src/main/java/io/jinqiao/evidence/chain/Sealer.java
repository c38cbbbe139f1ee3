package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.JournalPoints;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.SealFacts;
import io.jinqiao.signing.TimeStamps;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was linked since the last seal, over all chains of the database. Two nodes may try at once: the number of the seal is
 * its key, so one of them wins and the other finds nothing left.
 */
public final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int LARGEST = 65_536;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TimeStamps authority;
    private final Clock clock;
    private final JournalPoints points;
    private final Backlog backlog;
    private volatile boolean failing;

    public Sealer(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            TimeStamps authority,
            Clock clock,
            JournalPoints points,
            Backlog backlog) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.authority = authority;
        this.clock = clock;
        this.points = points;
        this.backlog = backlog;
    }

    private record Last(long seq, byte[] digest) {}

    private record Open(String node, long sealedTo) {}

    private record Leaves(List<SealFacts.Range> ranges, List<byte[]> hashes) {}

    /** Every batch there is, off the hot path; a failure is told once until it has passed. */
    public void sealAll() {
        try {
            while (seal() == LARGEST) {}
            backlog.check();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("sealing will be tried again: {}", e.toString());
            }
            failing = true;
        }
    }

    /**
     * One batch.
     *
     * @return how many links were sealed; 0 when there was nothing or another node was faster
     * @throws RuntimeException when the authority or the database cannot be used; the next call tries again
     */
    public int seal() {
        Last last = last();
        Leaves leaves = leaves();
        if (leaves.hashes.isEmpty()) {
            return 0;
        }
        SealFacts seal = new SealFacts(last.seq + 1, last.digest, Merkle.root(leaves.hashes), leaves.ranges);
        byte[] token = authority.token(seal.digest());
        try {
            transaction.executeWithoutResult(status -> insert(seal, token));
        } catch (DuplicateKeyException e) {
            return 0;
        }
        points.reached(JournalPoints.Point.SEALED);
        return leaves.hashes.size();
    }

    private Last last() {
        List<Last> seals = jdbc.query(
                "SELECT seq, digest FROM evidence_seal ORDER BY seq DESC LIMIT 1",
                (rs, n) -> new Last(rs.getLong(1), rs.getBytes(2)));
        return seals.isEmpty() ? new Last(0, LinkFacts.none()) : seals.get(0);
    }

    private Leaves leaves() {
        Leaves leaves = new Leaves(new ArrayList<>(), new ArrayList<>());
        List<Open> chains = jdbc.query(
                "SELECT node, coalesce((SELECT max(last_seq) FROM evidence_seal_range g WHERE g.node = c.node), 0)"
                        + " FROM evidence_chain c ORDER BY node COLLATE \"C\"",
                (rs, n) -> new Open(rs.getString(1), rs.getLong(2)));
        for (Open chain : chains) {
            List<byte[]> hashes = jdbc.query(
                    "SELECT hash FROM evidence_link WHERE node = ? AND seq > ? ORDER BY seq LIMIT ?",
                    (rs, n) -> rs.getBytes(1),
                    chain.node,
                    chain.sealedTo,
                    LARGEST - leaves.hashes.size());
            if (!hashes.isEmpty()) {
                leaves.ranges.add(
                        new SealFacts.Range(chain.node, chain.sealedTo + 1, chain.sealedTo + hashes.size()));
                leaves.hashes.addAll(hashes);
            }
        }
        return leaves;
    }

    private void insert(SealFacts seal, byte[] token) {
        jdbc.update(
                "INSERT INTO evidence_seal (seq, previous, root, leaves, digest, token, sealed_at) VALUES (?,?,?,?,?,?,?)",
                seal.seq(),
                seal.previous(),
                seal.root(),
                seal.leaves(),
                seal.digest(),
                token,
                clock.instant().atOffset(ZoneOffset.UTC));
        for (SealFacts.Range range : seal.ranges()) {
            jdbc.update(
                    "INSERT INTO evidence_seal_range (seal, node, first_seq, last_seq) VALUES (?,?,?,?)",
                    seal.seq(),
                    range.node(),
                    range.first(),
                    range.last());
        }
    }
}

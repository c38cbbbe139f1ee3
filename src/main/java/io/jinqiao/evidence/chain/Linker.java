package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.JournalPoints;
import io.jinqiao.evidence.proof.LinkFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends committed records to the chain of their node, in the order of their transactions. The row of the chain is locked meanwhile.
 *
 * <p>Records commit in another order than they are made, so a mark by id or time could pass one by. The mark here is a transaction:
 * what any transaction below it wrote was visible when it was set.
 */
public final class Linker {
    private static final int BATCH = 16_384;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JournalPoints points;
    private final Map<String, String> settled = new HashMap<>();

    public Linker(JdbcTemplate jdbc, PlatformTransactionManager transactions, JournalPoints points) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.points = points;
    }

    private record Unlinked(UUID id, String xact, byte[] digest) {}

    private record Head(long seq, byte[] hash) {}

    /** @param settledBelow the next mark, once a batch was not full */
    private record Batch(int size, String settledBelow) {}

    /** Links everything that was committed when it was called. One thread at a time. @return how many records were linked */
    public synchronized int link(String node) {
        int linked = 0;
        while (true) {
            Batch batch = transaction.execute(status -> linkBatch(node));
            if (batch.size > 0) {
                points.reached(JournalPoints.Point.LINKED);
            }
            linked += batch.size;
            if (batch.size < BATCH) {
                settled.put(node, batch.settledBelow);
                return linked;
            }
        }
    }

    private Batch linkBatch(String node) {
        String settledBelow = jdbc.queryForObject("SELECT pg_snapshot_xmin(pg_current_snapshot())::text", String.class);
        if (settled.containsKey(node) && unlinked(node, 1).isEmpty()) {
            return new Batch(0, settledBelow);
        }
        jdbc.queryForList("SELECT 1 FROM evidence_chain WHERE node = ? FOR UPDATE", node);
        Head head = head(node);
        List<Unlinked> records = unlinked(node, BATCH);
        if (!records.isEmpty()) {
            // A lost link is made again from the records; what follows it on disk, a seal, is never older than it.
            jdbc.execute("SET LOCAL synchronous_commit = off");
            insert(node, head, records);
            points.reached(JournalPoints.Point.LINK_BEFORE_COMMIT);
        }
        return new Batch(records.size(), settledBelow);
    }

    private Head head(String node) {
        List<Head> heads = jdbc.query(
                "SELECT seq, hash FROM evidence_link WHERE node = ? ORDER BY seq DESC LIMIT 1",
                (rs, n) -> new Head(rs.getLong(1), rs.getBytes(2)),
                node);
        return heads.isEmpty() ? new Head(0, LinkFacts.none()) : heads.get(0);
    }

    private List<Unlinked> unlinked(String node, int limit) {
        // A mark stands in the text, so that every plan is made for its value, and the link is looked up for each row: a plan that reads
        // all links five times a second is out of the question, whatever the statistics say. Without a mark it is the right one.
        String mark = settled.get(node);
        String missing = mark == null
                ? "NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.record_id = r.id)"
                : "xact >= '" + mark + "'::xid8 AND (SELECT l.seq FROM evidence_link l WHERE l.record_id = r.id) IS NULL";
        return jdbc.query(
                "SELECT id, xact::text, digest FROM evidence_record r WHERE node = ? AND " + missing
                        + " ORDER BY xact, id LIMIT " + limit,
                (rs, n) -> new Unlinked(rs.getObject(1, UUID.class), rs.getString(2), rs.getBytes(3)),
                node);
    }

    private void insert(String node, Head head, List<Unlinked> records) {
        Long[] seqs = new Long[records.size()];
        UUID[] ids = new UUID[records.size()];
        byte[][] previous = new byte[records.size()][];
        byte[][] hashes = new byte[records.size()][];
        byte[] last = head.hash;
        for (int i = 0; i < ids.length; i++) {
            Unlinked record = records.get(i);
            seqs[i] = head.seq + 1 + i;
            ids[i] = record.id;
            previous[i] = last;
            last = new LinkFacts(node, seqs[i], record.xact, last, record.digest).hash();
            hashes[i] = last;
        }
        jdbc.update(connection -> {
            var statement = connection.prepareStatement("INSERT INTO evidence_link (node, seq, record_id, previous, hash)"
                    + " SELECT ?, t.* FROM unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::bytea[]) t");
            statement.setString(1, node);
            statement.setArray(2, connection.createArrayOf("bigint", seqs));
            statement.setArray(3, connection.createArrayOf("uuid", ids));
            statement.setArray(4, connection.createArrayOf("bytea", previous));
            statement.setArray(5, connection.createArrayOf("bytea", hashes));
            return statement;
        });
    }
}

package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.proof.SealFacts;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A seal as stored.
 *
 * @param digest what the row says its text's digest is
 * @param leaves what the row says about its size
 */
public record SealRow(SealFacts facts, byte[] digest, long leaves, byte[] token) {

    /** Up to {@code limit} seals after a number, in order. */
    public static List<SealRow> after(JdbcTemplate jdbc, long seq, int limit) {
        return jdbc.query(
                "SELECT seq, previous, root, digest, leaves, token FROM evidence_seal WHERE seq > ? ORDER BY seq LIMIT ?",
                (rs, n) -> new SealRow(
                        new SealFacts(rs.getLong(1), rs.getBytes(2), rs.getBytes(3), ranges(jdbc, rs.getLong(1))),
                        rs.getBytes(4),
                        rs.getLong(5),
                        rs.getBytes(6)),
                seq,
                limit);
    }

    private static List<SealFacts.Range> ranges(JdbcTemplate jdbc, long seal) {
        return jdbc.query(
                "SELECT node, first_seq, last_seq FROM evidence_seal_range WHERE seal = ? ORDER BY node COLLATE \"C\"",
                (rs, n) -> new SealFacts.Range(rs.getString(1), rs.getLong(2), rs.getLong(3)),
                seal);
    }

    /** Hashes of the links under it, in the order of the leaves. */
    public List<byte[]> hashes(JdbcTemplate jdbc) {
        return facts.ranges().stream()
                .flatMap(r -> jdbc
                        .query(
                                "SELECT hash FROM evidence_link WHERE node = ? AND seq BETWEEN ? AND ? ORDER BY seq",
                                (rs, n) -> rs.getBytes(1),
                                r.node(),
                                r.first(),
                                r.last())
                        .stream())
                .toList();
    }
}

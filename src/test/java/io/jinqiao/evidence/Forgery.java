package io.jinqiao.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.evidence.store.RecordRow;
import io.jinqiao.evidence.chain.SealRow;
import io.jinqiao.support.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes digests, links, roots and seal digests fit whatever the records now say: everything but the authority's tokens. */
final class Forgery {
    private Forgery() {}

    static void rewrite(HikariDataSource database, JdbcTemplate sql) {
        List<UUID> ids = sql.queryForList("SELECT record_id FROM evidence_link ORDER BY node, seq", UUID.class);
        byte[] head = LinkFacts.none();
        long seq = 0;
        for (UUID id : ids) {
            RecordRow row = sql.queryForObject(
                    "SELECT " + RecordRow.COLUMNS + " FROM evidence_record WHERE id = ?", (rs, n) -> RecordRow.of(rs), id);
            byte[] digest = Sha256.of(row.facts().text());
            byte[] hash = new LinkFacts(row.facts().node(), ++seq, row.xact(), head, digest).hash();
            set(database, "evidence_record SET digest = " + hex(digest) + " WHERE id = '" + id + "'");
            set(database, "evidence_link SET previous = " + hex(head) + ", hash = " + hex(hash) + " WHERE record_id = '" + id + "'");
            head = hash;
        }
        byte[] previous = LinkFacts.none();
        for (long seal = 1; !SealRow.after(sql, seal - 1, 1).isEmpty(); seal++) {
            byte[] root = Merkle.root(SealRow.after(sql, seal - 1, 1).get(0).hashes(sql));
            set(database, "evidence_seal SET root = " + hex(root) + ", previous = " + hex(previous) + " WHERE seq = " + seal);
            byte[] digest = SealRow.after(sql, seal - 1, 1).get(0).facts().digest();
            set(database, "evidence_seal SET digest = " + hex(digest) + " WHERE seq = " + seal);
            previous = digest;
        }
    }

    private static void set(HikariDataSource database, String change) {
        TestDatabase.asSuperuser(database, "UPDATE " + change);
    }

    private static String hex(byte[] bytes) {
        return "'\\x" + Sha256.hex(bytes) + "'";
    }
}

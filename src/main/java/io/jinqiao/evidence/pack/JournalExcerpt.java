package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.chain.SealRow;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.SealFacts;
import io.jinqiao.evidence.store.RecordRow;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.CertificateFiles;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads from the journal what a pack shows. */
final class JournalExcerpt {
    private final JdbcTemplate jdbc;

    JournalExcerpt(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a record stands. @param seal number of its seal; null when not sealed yet */
    record Place(String node, long seq, @Nullable Long seal) {}

    /** The record, what it answers, what answers it. */
    List<RecordRow> exchange(RecordId id) {
        return jdbc.query(
                "SELECT " + RecordRow.COLUMNS + " FROM evidence_record WHERE id = ? OR answers = ?"
                        + " OR id = (SELECT answers FROM evidence_record WHERE id = ?) ORDER BY id",
                (rs, n) -> RecordRow.of(rs),
                id.value(),
                id.value(),
                id.value());
    }

    List<RecordRow> ofApplication(PartnerId bank, String applicationNo) {
        return jdbc.query(
                "SELECT " + RecordRow.COLUMNS + " FROM evidence_record WHERE subject = ? AND partner = ? ORDER BY id",
                (rs, n) -> RecordRow.of(rs),
                applicationNo,
                bank.value());
    }

    Optional<Place> place(UUID record) {
        return jdbc
                .query(
                        "SELECT node, link, seal FROM evidence_fact_record WHERE id = ? AND link IS NOT NULL",
                        (rs, n) -> new Place(rs.getString(1), rs.getLong(2), rs.getObject(3, Long.class)),
                        record)
                .stream()
                .findFirst();
    }

    Optional<LinkFacts> link(String node, long seq) {
        return jdbc
                .query(
                        "SELECT l.previous, r.xact::text, r.digest FROM evidence_link l"
                                + " JOIN evidence_record r ON r.id = l.record_id WHERE l.node = ? AND l.seq = ?",
                        (rs, n) -> new LinkFacts(node, seq, rs.getString(2), rs.getBytes(1), rs.getBytes(3)),
                        node,
                        seq)
                .stream()
                .findFirst();
    }

    SealRow seal(long seq) {
        return SealRow.after(jdbc, seq - 1, 1).get(0);
    }

    List<byte[]> leaves(SealRow seal) {
        return seal.hashes(jdbc);
    }

    /** Place of a link among the leaves of its seal, from 0. */
    static int index(SealFacts seal, Place place) {
        long before = 0;
        for (SealFacts.Range range : seal.ranges()) {
            if (range.node().equals(place.node()) && range.first() <= place.seq() && place.seq() <= range.last()) {
                return Math.toIntExact(before + place.seq() - range.first());
            }
            before += range.size();
        }
        throw new IllegalStateException("seal " + seal.seq() + " does not cover " + place.node() + " " + place.seq());
    }

    Optional<byte[]> certificate(String fingerprint) {
        return jdbc
                .query(
                        "SELECT der FROM evidence_certificate WHERE fingerprint = ? LIMIT 1",
                        (rs, n) -> rs.getBytes(1),
                        fingerprint)
                .stream()
                .findFirst();
    }

    /** The list of an issuer that came into use last; looks through the latest hundred of all issuers. */
    Optional<byte[]> newestList(X500Principal issuer) {
        return jdbc
                .query("SELECT der FROM evidence_revocation_list ORDER BY seen_at DESC LIMIT 100", (rs, n) -> rs.getBytes(1))
                .stream()
                .filter(der -> CertificateFiles.revocationLists(der).stream()
                        .anyMatch(list -> list.getIssuerX500Principal().equals(issuer)))
                .findFirst();
    }

    Optional<byte[]> revocationList(String digest) {
        return jdbc
                .query("SELECT der FROM evidence_revocation_list WHERE digest = ?", (rs, n) -> rs.getBytes(1), digest)
                .stream()
                .findFirst();
    }
}

package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.JournalCheck;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.evidence.store.KeyErased;
import io.jinqiao.evidence.store.RecordRow;
import io.jinqiao.evidence.store.StoredContents;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Follows every chain from its first link, then every seal. */
public final class JournalVerification implements JournalCheck {
    private static final int PAGE = 500;
    private static final String RECORD_COLUMNS = Arrays.stream(RecordRow.COLUMNS.split(", "))
            .map(c -> "r." + c)
            .collect(Collectors.joining(", "));

    private final JdbcTemplate jdbc;
    private final StoredContents contents;
    private final SealVerification seals;

    public JournalVerification(JdbcTemplate jdbc, StoredContents contents, SealVerification seals) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.seals = seals;
    }

    private record Link(long seq, UUID record, byte[] previous, byte[] hash, @Nullable RecordRow row) {}

    /** What has been found so far. */
    private static final class Progress {
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, Boolean> certificates = new HashMap<>();
        private long records;
        private long erased;

        void add(Fault fault, String place, UUID record) {
            findings.add(new Finding(fault, place, new RecordId(record)));
        }
    }

    @Override
    public Report check() {
        Progress progress = new Progress();
        jdbc.queryForList("SELECT DISTINCT node FROM evidence_link ORDER BY node", String.class)
                .forEach(node -> follow(node, progress));
        long sealed = seals.check(progress.findings);
        return new Report(progress.records, progress.erased, sealed, List.copyOf(progress.findings));
    }

    private void follow(String node, Progress progress) {
        long seq = 0;
        byte[] head = LinkFacts.none();
        List<Link> page;
        do {
            page = page(node, seq);
            for (Link link : page) {
                if (link.seq != seq + 1) {
                    progress.add(Fault.LINK_MISSING, node + " " + (seq + 1), link.record);
                    head = link.previous;
                }
                check(node, link, head, progress);
                seq = link.seq;
                head = link.hash;
            }
        } while (page.size() == PAGE);
    }

    private List<Link> page(String node, long after) {
        return jdbc.query(
                "SELECT l.seq, l.record_id, l.previous, l.hash, " + RECORD_COLUMNS
                        + " FROM evidence_link l LEFT JOIN evidence_record r ON r.id = l.record_id"
                        + " WHERE l.node = ? AND l.seq > ? ORDER BY l.seq LIMIT " + PAGE,
                (rs, n) -> new Link(
                        rs.getLong("seq"),
                        rs.getObject("record_id", UUID.class),
                        rs.getBytes("previous"),
                        rs.getBytes("hash"),
                        rs.getObject("id") == null ? null : RecordRow.of(rs)),
                node,
                after);
    }

    private void check(String node, Link link, byte[] head, Progress progress) {
        String place = node + " " + link.seq;
        if (link.row == null) {
            progress.add(Fault.RECORD_MISSING, place, link.record);
            return;
        }
        RecordFacts facts = link.row.facts();
        byte[] digest = Sha256.of(facts.text());
        progress.records++;
        if (!Arrays.equals(digest, link.row.digest())) {
            progress.add(Fault.RECORD_CHANGED, place, link.record);
        }
        byte[] hash = new LinkFacts(node, link.seq, link.row.xact(), head, link.row.digest()).hash();
        if (!Arrays.equals(link.previous, head) || !Arrays.equals(link.hash, hash) || !facts.node().equals(node)) {
            progress.add(Fault.LINK_CHANGED, place, link.record);
        }
        checkContent(facts, place, progress);
        checkCertificate(facts, place, progress);
    }

    private void checkContent(RecordFacts facts, String place, Progress progress) {
        try {
            StoredContents.Plain plain = contents.decrypt(new RecordId(facts.id()));
            boolean same = Arrays.equals(Sha256.of(plain.body()), facts.body())
                    && Arrays.equals(plain.input() == null ? null : Sha256.of(plain.input()), facts.input());
            if (!same) {
                progress.add(Fault.CONTENT_CHANGED, place, facts.id());
            }
        } catch (KeyErased e) {
            progress.erased++;
        } catch (GeneralSecurityException | IOException e) {
            progress.add(Fault.CONTENT_CHANGED, place, facts.id());
        }
    }

    private void checkCertificate(RecordFacts facts, String place, Progress progress) {
        String fingerprint = facts.certificate();
        if (fingerprint != null && !progress.certificates.computeIfAbsent(fingerprint, this::kept)) {
            progress.add(Fault.CERTIFICATE_CHANGED, place, facts.id());
        }
    }

    private boolean kept(String fingerprint) {
        return jdbc.query(
                        "SELECT der FROM evidence_certificate WHERE fingerprint = ?",
                        (rs, n) -> Sha256.hex(Sha256.of(rs.getBytes(1))),
                        fingerprint)
                .contains(fingerprint);
    }
}

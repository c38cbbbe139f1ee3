package io.jinqiao.evidence.chain;

import io.jinqiao.evidence.JournalCheck.Fault;
import io.jinqiao.evidence.JournalCheck.Finding;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.SealFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Follows the seals from the first: each covers the one before it and exactly the links that came next. */
public final class SealVerification {
    private static final int PAGE = 100;

    private final JdbcTemplate jdbc;
    private final BiPredicate<byte[], byte[]> stamps;

    /** @param stamps whether a token (first) is a trusted time-stamp over a digest (second) */
    public SealVerification(JdbcTemplate jdbc, BiPredicate<byte[], byte[]> stamps) {
        this.jdbc = jdbc;
        this.stamps = stamps;
    }

    /** @return how many seals there are */
    long check(List<Finding> findings) {
        Map<String, Long> sealedTo = new HashMap<>();
        byte[] previous = LinkFacts.none();
        long seq = 0;
        long count = 0;
        for (List<SealRow> page = SealRow.after(jdbc, 0, PAGE); !page.isEmpty(); page = SealRow.after(jdbc, seq, PAGE)) {
            for (SealRow seal : page) {
                if (seal.facts().seq() != seq + 1) {
                    findings.add(new Finding(Fault.SEAL_MISSING, "seal " + (seq + 1), null));
                    previous = seal.facts().previous();
                    sealedTo.clear();
                }
                seal(seal, previous, sealedTo, findings);
                seq = seal.facts().seq();
                previous = seal.digest();
                count++;
            }
        }
        return count;
    }

    private void seal(SealRow seal, byte[] previous, Map<String, Long> sealedTo, List<Finding> findings) {
        SealFacts facts = seal.facts();
        String place = "seal " + facts.seq();
        List<byte[]> hashes = seal.hashes(jdbc);
        boolean whole = Arrays.equals(facts.previous(), previous)
                && Arrays.equals(facts.digest(), seal.digest())
                && seal.leaves() == facts.leaves()
                && hashes.size() == facts.leaves()
                && !hashes.isEmpty()
                && Arrays.equals(Merkle.root(hashes), facts.root());
        for (SealFacts.Range range : facts.ranges()) {
            Long before = sealedTo.put(range.node(), range.last());
            whole &= before == null ? range.first() == 1 || facts.seq() > 1 : range.first() == before + 1;
        }
        if (!whole) {
            findings.add(new Finding(Fault.SEAL_CHANGED, place, null));
        }
        if (!stamps.test(seal.token(), facts.digest())) {
            findings.add(new Finding(Fault.TOKEN_CHANGED, place, null));
        }
    }
}

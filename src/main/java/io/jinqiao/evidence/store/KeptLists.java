package io.jinqiao.evidence.store;

import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.TrustMaterial;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps every revocation list that was in use, so that a pack made years later shows what was known at the time. */
public final class KeptLists {
    private final JdbcTemplate jdbc;
    private final TrustMaterial material;
    private final Clock clock;
    private List<X509CRL> kept = List.of();

    public KeptLists(JdbcTemplate jdbc, TrustMaterial material, Clock clock) {
        this.jdbc = jdbc;
        this.material = material;
        this.clock = clock;
    }

    /** Cheap unless a list is new. */
    public synchronized void keep() {
        List<X509CRL> now = material.lists();
        if (now == kept) {
            return;
        }
        for (X509CRL list : now) {
            byte[] der = der(list);
            jdbc.update(
                    "INSERT INTO evidence_revocation_list (digest, der, seen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    Sha256.hex(Sha256.of(der)),
                    der,
                    clock.instant().atOffset(ZoneOffset.UTC));
        }
        kept = now;
    }

    private static byte[] der(X509CRL list) {
        try {
            return list.getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException("a parsed list has an encoding", e);
        }
    }
}

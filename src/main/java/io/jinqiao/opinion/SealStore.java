package io.jinqiao.opinion;

import io.jinqiao.message.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are only ever added; the state of a seal is read from what happened to it. */
@Repository
class SealStore {
    private static final String SELECT = """
            SELECT s.seal_id, s.name, s.digest, s.valid_from, s.valid_to, s.proposed_by, s.proposed_at, s.reason,
                   coalesce(e.kind, 'proposed') AS state, e.who, e.at
            FROM opinion_seal s
            LEFT JOIN LATERAL (
                SELECT kind, who, at FROM opinion_seal_event v WHERE v.seal_id = s.seal_id ORDER BY id DESC LIMIT 1) e ON true
            """;

    private final JdbcClient db;

    SealStore(JdbcClient db) {
        this.db = db;
    }

    /** @return false when there is a seal of that number */
    boolean add(SealCard card, byte[] data) {
        return db.sql("""
                        INSERT INTO opinion_seal (seal_id, data, digest, name, valid_from, valid_to, proposed_by, proposed_at, reason)
                        VALUES (:id, :data, :digest, :name, :from, :to, :by, :at, :reason) ON CONFLICT DO NOTHING
                        """)
                        .param("id", card.sealId())
                        .param("data", data)
                        .param("digest", card.digest().hex())
                        .param("name", card.name())
                        .param("from", Timestamp.from(card.from()))
                        .param("to", Timestamp.from(card.to()))
                        .param("by", card.proposedBy())
                        .param("at", Timestamp.from(card.proposedAt()))
                        .param("reason", card.reason())
                        .update()
                == 1;
    }

    /** One person after the other for each seal, until the end of the transaction. */
    Optional<SealCard> locked(String sealId) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "opinion/seal/" + sealId)
                .query((row, n) -> n)
                .list();
        return db.sql(SELECT + "WHERE s.seal_id = :id").param("id", sealId).query(SealStore::read).optional();
    }

    void happened(String sealId, SealCard.State state, String who, Instant at, String reason) {
        db.sql("INSERT INTO opinion_seal_event (seal_id, kind, who, at, reason) VALUES (:id, :kind, :who, :at, :reason)")
                .param("id", sealId)
                .param("kind", state.name().toLowerCase(Locale.ROOT))
                .param("who", who)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .update();
    }

    List<SealCard> all() {
        return db.sql(SELECT + "ORDER BY s.proposed_at DESC, s.seal_id").query(SealStore::read).list();
    }

    /** The enabled seal that is valid at that instant; of several the one enabled last. */
    Optional<SealCard> usable(Instant at) {
        return db.sql(SELECT + "WHERE e.kind = 'enabled' AND :at BETWEEN s.valid_from AND s.valid_to ORDER BY e.at DESC LIMIT 1")
                .param("at", Timestamp.from(at))
                .query(SealStore::read)
                .optional();
    }

    byte[] data(String sealId) {
        return db.sql("SELECT data FROM opinion_seal WHERE seal_id = :id").param("id", sealId).query(byte[].class).single();
    }

    private static SealCard read(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new SealCard(
                row.getString("seal_id"),
                row.getString("name"),
                new Digest(row.getString("digest")),
                row.getTimestamp("valid_from").toInstant(),
                row.getTimestamp("valid_to").toInstant(),
                SealCard.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("reason"),
                row.getString("who"),
                at == null ? null : at.toInstant());
    }
}

package io.jinqiao.evidence.store;

import io.jinqiao.evidence.proof.RecordFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the journal as stored.
 *
 * @param xact transaction that wrote it
 * @param digest what the row says its text's digest is
 */
public record RecordRow(RecordFacts facts, String xact, byte[] digest) {

    /** Everything but the content. */
    public static final String COLUMNS = "id, node, xact::text AS xact, at, kind, partner, operation, message_id, subject, verdict, codes,"
            + " body_size, body_digest, input_size, input_digest, signature, profile, certificate, revocation, answers,"
            + " trace_id, timings, key_id, stored, digest";

    public static RecordRow of(ResultSet rs) throws SQLException {
        RecordFacts facts = new RecordFacts(
                rs.getObject("id", UUID.class),
                rs.getString("node"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("kind"),
                rs.getString("partner"),
                rs.getString("operation"),
                rs.getString("message_id"),
                rs.getString("subject"),
                rs.getString("verdict"),
                rs.getString("codes"),
                rs.getLong("body_size"),
                rs.getBytes("body_digest"),
                inputSize(rs),
                rs.getBytes("input_digest"),
                rs.getString("signature"),
                rs.getString("profile"),
                rs.getString("certificate"),
                rs.getString("revocation"),
                rs.getObject("answers", UUID.class),
                rs.getString("trace_id"),
                rs.getString("timings"),
                rs.getObject("key_id", UUID.class),
                rs.getString("stored"));
        return new RecordRow(facts, rs.getString("xact"), rs.getBytes("digest"));
    }

    private static @Nullable Long inputSize(ResultSet rs) throws SQLException {
        long size = rs.getLong("input_size");
        return rs.wasNull() ? null : size;
    }
}

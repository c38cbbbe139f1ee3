package io.jinqiao.evidence.store;

import io.jinqiao.evidence.Along;
import io.jinqiao.evidence.proof.RecordFacts;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementSetter;

/** Some records, the keys and certificates that are new with them: one statement, one round trip. */
record RecordInsert(
        List<DraftRecord> records, List<KeyRing.NewKey> keys, Map<String, byte[]> certificates, @Nullable Along along)
        implements PreparedStatementSetter {
    private static final Map<String, String> STATEMENTS = new ConcurrentHashMap<>();

    String sql() {
        String shape = records.size() + "/" + keys.size() + "/" + certificates.size() + (along == null ? "" : along.sql());
        return STATEMENTS.computeIfAbsent(shape, s -> build());
    }

    private String build() {
        List<String> parts = new ArrayList<>();
        if (!keys.isEmpty()) {
            parts.add("k AS (INSERT INTO evidence_key (id, owner, master, wrapped) VALUES " + rows(keys.size(), 4) + ")");
        }
        if (!certificates.isEmpty()) {
            parts.add("c AS (INSERT INTO evidence_certificate (fingerprint, seen_with, der)"
                    + " VALUES " + rows(certificates.size(), 3) + ")");
        }
        if (along != null) {
            parts.add("a AS (" + along.sql() + ")");
        }
        return (parts.isEmpty() ? "" : "WITH " + String.join(", ", parts) + " ")
                + "INSERT INTO evidence_record (id, node, at, kind, partner, operation, message_id, subject, verdict, codes,"
                + " body_size, body_digest, input_size, input_digest, signature, profile, certificate, revocation,"
                + " answers, trace_id, timings, key_id, stored, content, digest) VALUES " + rows(records.size(), 25);
    }

    private static String rows(int rows, int columns) {
        String row = IntStream.range(0, columns).mapToObj(c -> "?").collect(Collectors.joining(",", "(", ")"));
        return IntStream.range(0, rows).mapToObj(r -> row).collect(Collectors.joining(","));
    }

    @Override
    public void setValues(PreparedStatement statement) throws SQLException {
        Values values = new Values(statement);
        for (KeyRing.NewKey key : keys) {
            values.uuid(key.key().id()).text(key.owner()).text(key.master()).bytes(key.wrapped());
        }
        for (Map.Entry<String, byte[]> certificate : certificates.entrySet()) {
            values.text(certificate.getKey()).uuid(records.get(0).facts().id()).bytes(certificate.getValue());
        }
        if (along != null) {
            values.along(along);
        }
        for (DraftRecord record : records) {
            set(values, record.facts());
            values.bytes(record.content()).bytes(record.digest());
        }
    }

    private static void set(Values values, RecordFacts f) throws SQLException {
        values.uuid(f.id()).text(f.node());
        values.statement.setObject(values.next(), f.at().atOffset(ZoneOffset.UTC));
        values.text(f.kind()).text(f.partner()).text(f.operation()).text(f.messageId()).text(f.subject());
        values.text(f.verdict()).text(f.codes()).number(f.bodySize()).bytes(f.body());
        values.number(f.inputSize()).bytes(f.input());
        values.text(f.signature()).text(f.profile()).text(f.certificate()).text(f.revocation());
        values.uuid(f.answers()).text(f.traceId()).text(f.timings()).uuid(f.key()).text(f.stored());
    }

    /** Sets parameters one after the other, with their types also when null, so that the server's plan stays valid. */
    private static final class Values {
        private final PreparedStatement statement;
        private int index;

        Values(PreparedStatement statement) {
            this.statement = statement;
        }

        int next() {
            return ++index;
        }

        void along(Along along) throws SQLException {
            index = along.set(statement, index + 1) - 1;
        }

        Values text(@Nullable String value) throws SQLException {
            statement.setString(next(), value);
            return this;
        }

        Values bytes(byte @Nullable [] value) throws SQLException {
            statement.setBytes(next(), value);
            return this;
        }

        Values uuid(@Nullable UUID value) throws SQLException {
            statement.setObject(next(), value, Types.OTHER);
            return this;
        }

        Values number(@Nullable Long value) throws SQLException {
            statement.setObject(next(), value, Types.BIGINT);
            return this;
        }
    }
}

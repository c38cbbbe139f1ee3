package io.jinqiao.console.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as the journal has them. */
@Component
public class MessageFacts {
    private static final String EXCHANGES = """
            SELECT r.id, r.at, r.kind, r.partner, r.operation, r.message_id, r.subject, r.profile, r.state,
                   coalesce(a.kind, 'waiting') AS answer,
                   CASE WHEN 'refused' IN (r.verdict, a.verdict) THEN 'refused' ELSE r.verdict END AS verdict,
                   coalesce(r.codes, a.codes) AS codes,
                   (SELECT sum(value::bigint) FROM json_each_text(a.timings)) AS micros
            FROM evidence_fact_record r
            LEFT JOIN LATERAL (SELECT kind, verdict, codes, timings FROM evidence_fact_record x
                               WHERE x.answers = r.id ORDER BY x.id DESC LIMIT 1) a ON true
            WHERE r.kind IN ('received', 'about-to-send')
              AND (:partner::text IS NULL OR r.partner = :partner)
              AND (:operation::text IS NULL OR r.operation = :operation)
              AND (:words::text IS NULL OR r.message_id = :words OR r.subject = :words OR r.trace_id = :words)
              AND (:before::uuid IS NULL OR r.id < :before)
              AND (:result::text IS NULL OR :result = CASE WHEN 'refused' IN (r.verdict, a.verdict) THEN 'refused'
                   WHEN a.kind IS NULL THEN 'waiting' WHEN a.kind = 'nothing-came' THEN 'unknown' ELSE 'accepted' END)
            ORDER BY r.id DESC LIMIT :limit
            """;

    private final JdbcClient db;
    private final ObjectMapper json;

    MessageFacts(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * What to look for; null: anything.
     *
     * @param result as {@link Exchange#result()}
     * @param words message number, application number or trace id, whole
     * @param before only records older than this one
     */
    public record Question(
            @Nullable String partner,
            @Nullable String operation,
            @Nullable String result,
            @Nullable String words,
            @Nullable UUID before) {}

    /** Newest first. */
    public List<Exchange> exchanges(Question question, int limit) {
        return db.sql(EXCHANGES)
                .param("partner", question.partner())
                .param("operation", question.operation())
                .param("result", question.result())
                .param("words", question.words())
                .param("before", question.before())
                .param("limit", limit)
                .query(MessageFacts::exchange)
                .list();
    }

    public Optional<Entry> entry(UUID record) {
        return db.sql("SELECT * FROM evidence_fact_record WHERE id = ?").param(record).query(this::read).optional();
    }

    /** Everything recorded for an application, in order. */
    public List<Entry> ofSubject(String partner, String subject) {
        return db.sql("SELECT * FROM evidence_fact_record WHERE subject = ? AND partner = ? ORDER BY id LIMIT 1000")
                .params(subject, partner)
                .query(this::read)
                .list();
    }

    /** Everything recorded for one message, in order: it, its answers, its repeats and enquiries. */
    public List<Entry> ofMessage(Entry first) {
        return db.sql("SELECT * FROM evidence_fact_record WHERE trace_id = ?"
                        + " OR (partner IS NOT DISTINCT FROM ? AND message_id = ?) ORDER BY id LIMIT 200")
                .params(Arrays.asList(first.traceId(), first.partner(), first.messageId()))
                .query(this::read)
                .list();
    }

    /** Journal records of a message, in order. */
    public List<UUID> records(@Nullable String partner, String messageId) {
        return db.sql("SELECT id FROM evidence_fact_record WHERE message_id = ? AND (?::text IS NULL OR partner = ?) ORDER BY id LIMIT 200")
                .params(Arrays.asList(messageId, partner, partner))
                .query(UUID.class)
                .list();
    }

    public List<String> partners() {
        return db.sql("SELECT DISTINCT partner FROM evidence_fact_record WHERE partner IS NOT NULL ORDER BY partner")
                .query(String.class)
                .list();
    }

    private static Exchange exchange(ResultSet row, int number) throws SQLException {
        String micros = row.getString("micros");
        return new Exchange(
                row.getObject("id", UUID.class),
                Shown.surelyAt(row, "at"),
                row.getString("kind").equals("received"),
                row.getString("partner"),
                row.getString("operation"),
                row.getString("message_id"),
                row.getString("subject"),
                result(row.getString("answer"), row.getString("verdict")),
                codes(row.getString("codes")),
                row.getString("profile") != null,
                row.getString("state"),
                micros == null ? null : Long.valueOf(micros));
    }

    private static String result(String answer, String verdict) {
        return switch (answer) {
            case "waiting" -> verdict.equals("refused") ? "refused" : "waiting";
            case "nothing-came" -> "unknown";
            default -> verdict.equals("refused") ? "refused" : "accepted";
        };
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                Shown.surelyAt(row, "at"),
                row.getString("kind"),
                row.getString("partner"),
                row.getString("operation"),
                row.getString("message_id"),
                row.getString("subject"),
                row.getString("verdict"),
                codes(row.getString("codes")),
                row.getLong("body_size"),
                row.getString("body_digest"),
                row.getString("profile"),
                row.getString("certificate"),
                row.getString("revocation"),
                row.getObject("answers", UUID.class),
                row.getString("trace_id"),
                row.getString("node"),
                row.getObject("link", Long.class),
                row.getObject("seal", Long.class),
                row.getString("state"),
                stages(row.getString("timings")));
    }

    private static List<String> codes(@Nullable String codes) {
        return codes == null || codes.isBlank() ? List.of() : List.of(codes.split(" "));
    }

    private List<Entry.Stage> stages(String timings) {
        List<Entry.Stage> stages = new ArrayList<>();
        JsonNode tree = tree(timings);
        long total = Math.max(1, sum(tree));
        long from = 0;
        for (Map.Entry<String, JsonNode> stage : tree.properties()) {
            long micros = stage.getValue().asLong();
            int start = (int) (from * 1000 / total);
            from += micros;
            stages.add(new Entry.Stage(stage.getKey(), micros, start, (int) (from * 1000 / total) - start));
        }
        return stages;
    }

    private JsonNode tree(String timings) {
        try {
            return json.readTree(timings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("timings of a record are not JSON", e);
        }
    }

    private static long sum(JsonNode tree) {
        long sum = 0;
        for (JsonNode value : tree) {
            sum += value.asLong();
        }
        return sum;
    }
}

package io.jinqiao.console.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Objections as the room of credit shows them. */
@Component
public class ObjectionFacts {
    private final JdbcClient db;

    ObjectionFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code credit_fact_objection} says. */
    public record Objection(
            String objectionNo,
            String account,
            String person,
            String contested,
            LocalDate receivedOn,
            @Nullable String centerNo,
            LocalDate dueOn,
            String stage,
            boolean marked,
            @Nullable String finding,
            @Nullable String foundBy) {}

    /** Columns as {@code credit_fact_objection_act} says. */
    public record Act(Instant at, String act, @Nullable String detail, String byWhom) {}

    /** Open ones first, the one due soonest on top; then the answered ones, latest first. */
    public List<Objection> page(boolean openOnly, int page, int size) {
        return db.sql("SELECT * FROM credit_fact_objection WHERE NOT :open OR stage <> 'replied'"
                        + " ORDER BY stage = 'replied', CASE stage WHEN 'replied' THEN date '9999-12-31' - due_on ELSE due_on - date '1900-01-01' END, objection_no LIMIT :size OFFSET :skip")
                .param("open", openOnly)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(Objection.class)
                .list();
    }

    public long count(boolean openOnly) {
        return db.sql("SELECT count(*) FROM credit_fact_objection WHERE NOT :open OR stage <> 'replied'").param("open", openOnly).query(Long.class).single();
    }

    public Optional<Objection> find(String objectionNo) {
        return db.sql("SELECT * FROM credit_fact_objection WHERE objection_no = ?").param(objectionNo).query(Objection.class).optional();
    }

    public List<Act> acts(String objectionNo) {
        return db.sql("SELECT at, act, detail, by_whom FROM credit_fact_objection_act WHERE objection_no = ? ORDER BY step")
                .param(objectionNo)
                .query((row, i) -> new Act(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}

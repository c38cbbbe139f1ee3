package io.jinqiao.assessment;

import io.jinqiao.assessment.ProposeStanding.Cap;
import io.jinqiao.assessment.ProposeStanding.Kind;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions about standing in PostgreSQL, and what capped banks have taken in so far. */
@Repository
class StandingStore {
    private static final String SELECT =
            "SELECT s.*, a.confirmed, a.answered_by, a.answered_at FROM assessment_standing s"
                    + " LEFT JOIN assessment_standing_answer a ON a.number = s.number ";

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(ProposeStanding p, Instant at) {
        Cap cap = p.cap();
        Integer applications = cap == null ? null : cap.applications();
        Long fen = cap == null || cap.amount() == null ? null : cap.amount().fen();
        return jdbc.sql("INSERT INTO assessment_standing (bank, kind, cap_applications, cap_fen, effective_from, document,"
                        + " reason, proposed_by, proposed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(p.bank().value(), Words.of(p.kind()), applications, fen, time(p.effectiveFrom()), p.document(), p.reason())
                .params(p.by(), time(at))
                .query(Long.class)
                .single();
    }

    Optional<StandingDecision> find(long number) {
        return jdbc.sql(SELECT + "WHERE s.number = ?").param(number).query((row, i) -> read(row)).optional();
    }

    /** @return false when somebody answered before */
    boolean answer(ConfirmStanding c, Instant at) {
        return jdbc.sql("INSERT INTO assessment_standing_answer (number, confirmed, answered_by, answered_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(c.proposal(), c.confirmed(), c.by(), time(at))
                        .update()
                == 1;
    }

    /** @param since an older one has lapsed */
    List<StandingDecision> open(Instant since) {
        return jdbc.sql(SELECT + "WHERE a.number IS NULL AND s.proposed_at >= ? ORDER BY s.number").param(time(since)).query((row, i) -> read(row)).list();
    }

    List<StandingDecision> of(PartnerId bank) {
        return jdbc.sql(SELECT + "WHERE s.bank = ? ORDER BY s.number DESC")
                .param(bank.value())
                .query((row, i) -> read(row))
                .list();
    }

    /** What a bank has taken in. */
    record Taken(long applications, long fen) {}

    /** Counts for a cap: until the transaction ends no other application of this bank is counted. */
    Taken taken(PartnerId bank, Instant since) {
        jdbc.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('assessment.cap.' || ?, 0))) l")
                .param(bank.value())
                .query(Integer.class)
                .single();
        return jdbc.sql("SELECT count(*) AS applications, coalesce(sum(applied_fen), 0) AS fen FROM loan_fact_loan"
                        + " WHERE partner = ? AND accepted_at >= ?")
                .params(bank.value(), time(since))
                .query((row, i) -> new Taken(row.getLong("applications"), row.getLong("fen")))
                .single();
    }

    private static StandingDecision read(ResultSet row) throws SQLException {
        Kind kind = Words.parse(row.getString("kind"), Kind.class);
        Long fen = row.getObject("cap_fen", Long.class);
        Cap cap = kind == Kind.CAPPED
                ? new Cap(row.getObject("cap_applications", Integer.class), fen == null ? null : new Money(fen))
                : null;
        ProposeStanding proposal = new ProposeStanding(
                new PartnerId(row.getString("bank")), kind, cap, instant(row, "effective_from"), row.getString("document"),
                row.getString("reason"), row.getString("proposed_by"));
        return new StandingDecision(
                row.getLong("number"),
                proposal,
                instant(row, "proposed_at"),
                row.getObject("confirmed", Boolean.class),
                row.getString("answered_by"),
                row.getObject("answered_at") == null ? null : instant(row, "answered_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

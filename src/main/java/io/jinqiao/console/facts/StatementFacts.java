package io.jinqiao.console.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a bank was told of its score and its fee. */
@Component
public class StatementFacts {
    private final JdbcClient db;

    StatementFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code assessment_fact_scorecard} says. @param record of its message in the journal */
    public record Told(
            String scorecardNo, String state, int version, ZonedDateTime postedAt, @Nullable String answer, @Nullable String messageId, @Nullable UUID record, @Nullable ZonedDateTime answeredAt) {}

    /** Columns as {@code assessment_fact_statement} says; amounts in fen. */
    public record Line(int line, String kind, String periodNo, long amountFen) {}

    public record Statement(String statementNo, String partner, LocalDate madeOn, String madeBy, @Nullable String document, long payableFen, List<Line> lines) {}

    /** Columns as {@code assessment_fact_adjustment} says; amounts in fen. */
    public record Adjustment(long number, String objectionNo, String toldNo, @Nullable BigDecimal total, BigDecimal coefficient, long dueFen, long amountFen, @Nullable String statementNo) {}

    /** A settlement that waits for another person. */
    public record Settlement(long number, LocalDate until, String document, String proposedBy) {}

    public List<Told> told(String periodNo) {
        return db.sql("SELECT s.*, (SELECT m.id FROM evidence_fact_record m WHERE m.partner = s.partner AND m.message_id = s.message_id ORDER BY m.id LIMIT 1) AS record"
                        + " FROM assessment_fact_scorecard s WHERE s.period_no = ? ORDER BY s.posted_at")
                .param(periodNo)
                .query((row, i) -> new Told(
                        row.getString("scorecard_no"), row.getString("state"), row.getInt("version"), Shown.surelyAt(row, "posted_at"), row.getString("answer"), row.getString("message_id"),
                        row.getObject("record", UUID.class), Shown.at(row, "answered_at")))
                .list();
    }

    public Optional<Statement> find(String statementNo) {
        List<Line> lines = db.sql("SELECT line, kind, period_no, amount_fen FROM assessment_fact_statement WHERE statement_no = ? ORDER BY line").param(statementNo).query(Line.class).list();
        return db.sql("SELECT DISTINCT partner, made_on, made_by, document, payable_fen FROM assessment_fact_statement WHERE statement_no = ?")
                .param(statementNo)
                .query((row, i) -> new Statement(
                        statementNo, row.getString("partner"), row.getObject("made_on", LocalDate.class), row.getString("made_by"), row.getString("document"), row.getLong("payable_fen"), lines))
                .optional();
    }

    /** Statements that say anything of a period. */
    public List<Statement> about(String periodNo) {
        return db.sql("SELECT statement_no FROM assessment_fact_statement WHERE period_no = ? OR statement_no = ? GROUP BY statement_no ORDER BY min(made_at), 1")
                .params(periodNo, periodNo)
                .query(String.class)
                .list()
                .stream()
                .flatMap(no -> find(no).stream())
                .toList();
    }

    public List<Adjustment> adjustments(String periodNo) {
        return db.sql("SELECT number, objection_no, told_no, total, coefficient, due_fen, amount_fen, statement_no FROM assessment_fact_adjustment WHERE period_no = ? ORDER BY number")
                .param(periodNo)
                .query(Adjustment.class)
                .list();
    }

    public Optional<Settlement> waiting(String partner) {
        return db.sql("SELECT number, until, document, proposed_by FROM assessment_fact_settlement WHERE partner = ? AND confirmed IS NULL").param(partner).query(Settlement.class).optional();
    }
}

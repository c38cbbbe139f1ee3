package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs of deductions as the room of repayments shows them. */
@Component
public class DeductionFacts {
    private static final int MOST = 200;

    private final JdbcClient db;

    DeductionFacts(JdbcClient db) {
        this.db = db;
    }

    /** Columns as {@code repayment_fact_run} says; amounts in fen. */
    public record Run(
            String runNo, String partner, String source, LocalDate deductOn, int lines, long totalFen, ZonedDateTime openedAt, String openedBy,
            @Nullable ZonedDateTime closedAt, long told, long deductedFen, @Nullable LocalDate lateSince) {}

    /** Columns as {@code repayment_fact_run_closing} says. */
    public record Closing(
            long number, String reason, String proposedBy, ZonedDateTime proposedAt, @Nullable Boolean confirmed, @Nullable String answeredBy, @Nullable ZonedDateTime answeredAt,
            @Nullable String document) {}

    /** Columns as {@code repayment_fact_paid_twice} says; amounts in fen. */
    public record Twice(
            String type, String partner, String runNo, String orderNo, int lineNo, String accountNo, int instalment, String source, String owner, long excessFen, LocalDate dueOn, @Nullable String outcome,
            @Nullable String document, @Nullable String settledBy, @Nullable String confirmedBy) {}

    /** Columns as {@code repayment_fact_deduction} says; amounts in fen. */
    public record Line(
            String orderNo, String state, @Nullable String refused, int lineNo, String accountNo, int instalment, @Nullable String mandateNo, long dueFen,
            @Nullable Long paidFen, @Nullable String result, @Nullable String hostSerial, @Nullable LocalDate accountingDate, @Nullable String messageId, long returnedFen) {}

    /** Columns as {@code repayment_fact_mandate} says. */
    public record Mandate(String mandateNo, LocalDate from, @Nullable LocalDate until, String document, @Nullable LocalDate endedOn) {}

    /** The latest ones first. @param partner null: every bank */
    public List<Run> runs(@Nullable String partner) {
        return db.sql("SELECT * FROM repayment_fact_run WHERE (:partner::text IS NULL OR partner = :partner) ORDER BY opened_at DESC LIMIT " + MOST)
                .param("partner", partner)
                .query((row, i) -> run(row))
                .list();
    }

    public Optional<Run> run(String runNo) {
        return db.sql("SELECT * FROM repayment_fact_run WHERE run_no = ?").param(runNo).query((row, i) -> run(row)).optional();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("run_no"), row.getString("partner"), row.getString("source"), row.getObject("deduct_on", LocalDate.class), row.getInt("lines"),
                row.getLong("total_fen"), Shown.surelyAt(row, "opened_at"), row.getString("opened_by"), Shown.at(row, "closed_at"), row.getLong("told"),
                row.getLong("deducted_fen"), row.getObject("late_since", LocalDate.class));
    }

    /** Who wanted a run closed, the latest first. */
    public List<Closing> closings(String runNo) {
        return db.sql("SELECT * FROM repayment_fact_run_closing WHERE run_no = ? ORDER BY number DESC")
                .param(runNo)
                .query((row, i) -> new Closing(
                        row.getLong("number"), row.getString("reason"), row.getString("proposed_by"), Shown.surelyAt(row, "proposed_at"), row.getObject("confirmed", Boolean.class),
                        row.getString("answered_by"), Shown.at(row, "answered_at"), row.getString("document")))
                .list();
    }

    /** Open ones first. @param type of the difference; null: all @param partner null: every bank @param runNo null: every run */
    public List<Twice> twice(@Nullable String type, @Nullable String partner, @Nullable String runNo) {
        return db.sql("SELECT * FROM repayment_fact_paid_twice WHERE (:partner::text IS NULL OR partner = :partner) AND (:run::text IS NULL OR run_no = :run)"
                        + " AND (:type::text IS NULL OR type = :type) ORDER BY confirmed_by IS NOT NULL, due_on, order_no, line_no LIMIT " + MOST)
                .param("partner", partner)
                .param("run", runNo)
                .param("type", type)
                .query((row, i) -> new Twice(
                        row.getString("type"), row.getString("partner"), row.getString("run_no"), row.getString("order_no"), row.getInt("line_no"), row.getString("account_no"), row.getInt("instalment"),
                        row.getString("source"), row.getString("owner"), row.getLong("excess_fen"), row.getObject("due_on", LocalDate.class), row.getString("outcome"), row.getString("document"),
                        row.getString("settled_by"), row.getString("confirmed_by")))
                .list();
    }

    /** Of one loan, the latest first. */
    public List<Mandate> mandates(String partner, String accountNo) {
        return db.sql("SELECT * FROM repayment_fact_mandate WHERE partner = ? AND account_no = ? ORDER BY from_on DESC, mandate_no")
                .params(partner, accountNo)
                .query((row, i) -> new Mandate(
                        row.getString("mandate_no"), row.getObject("from_on", LocalDate.class), row.getObject("until", LocalDate.class), row.getString("document"),
                        row.getObject("ended_on", LocalDate.class)))
                .list();
    }

    public List<Line> lines(String runNo) {
        return db.sql("SELECT * FROM repayment_fact_deduction WHERE run_no = ? ORDER BY order_no, line_no")
                .param(runNo)
                .query((row, i) -> new Line(
                        row.getString("order_no"), row.getString("state"), row.getString("refused"), row.getInt("line_no"), row.getString("account_no"),
                        row.getInt("instalment"), row.getString("mandate_no"), row.getLong("due_fen"), row.getObject("paid_fen", Long.class), row.getString("result"),
                        row.getString("host_serial"), row.getObject("accounting_date", LocalDate.class), row.getString("message_id"), row.getLong("returned_fen")))
                .list();
    }
}

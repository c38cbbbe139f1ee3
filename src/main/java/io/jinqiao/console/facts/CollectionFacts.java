package io.jinqiao.console.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Collection as the room of repayments shows it. */
@Component
public class CollectionFacts {
    private static final String FOUND = " FROM repayment_fact_case WHERE (:partner::text IS NULL OR partner = :partner) AND (:waits::text IS NULL OR waits_for = :waits)"
            + " AND (:account::text IS NULL OR account_no = :account)";

    private static final int SHOWN = 20;

    private final JdbcClient db;

    CollectionFacts(JdbcClient db) {
        this.db = db;
    }

    /** @param partner null: every bank */
    public List<Silent> silent(@Nullable String partner) {
        return db.sql("SELECT partner, min(told_until) AS until, max(days) AS days, min(noticed_at) AS noticed_at, count(DISTINCT account_no) AS loans, count(*) AS instalments,"
                        + " min(due_on) AS first_due, array_agg(DISTINCT account_no) AS accounts FROM repayment_fact_silent"
                        + " WHERE (:partner::text IS NULL OR partner = :partner) GROUP BY partner ORDER BY until, partner")
                .param("partner", partner)
                .query((row, i) -> new Silent(
                        row.getString("partner"), row.getObject("until", LocalDate.class), row.getInt("days"), Shown.surelyAt(row, "noticed_at"), row.getInt("loans"),
                        row.getInt("instalments"), row.getObject("first_due", LocalDate.class), Arrays.stream((String[]) row.getArray("accounts").getArray()).limit(SHOWN).toList()))
                .list();
    }

    /** What to look for; null: anything. */
    public record Question(@Nullable String partner, @Nullable String waitsFor, @Nullable String accountNo) {}

    /**
     * A bank whose files are missing since a due day.
     *
     * @param until last day it told of without a gap
     * @param days files that are missing
     * @param instalments that fell due on such a day; nobody knows whether they were paid
     * @param firstDue the earliest of them
     */
    public record Silent(String partner, LocalDate until, int days, ZonedDateTime noticedAt, int loans, int instalments, LocalDate firstDue, List<String> accounts) {}

    /** Columns as {@code repayment_fact_case} says; amounts in fen. */
    public record Case(
            String caseNo,
            String partner,
            String accountNo,
            @Nullable String applicationNo,
            LocalDate overdueSince,
            LocalDate openedOn,
            String state,
            int promises,
            @Nullable String exclusion,
            LocalDate seenOn,
            int overdue,
            int days,
            long owedFen,
            long balanceFen,
            @Nullable LocalDate closedOn,
            List<String> paidBy,
            @Nullable Boolean byBorrower,
            @Nullable String orderNo,
            @Nullable String step,
            @Nullable String orderState,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate promiseBy,
            @Nullable Long promiseFen,
            String waitsFor,
            @Nullable Long exclusionOpen) {}

    /** Columns as {@code repayment_fact_order} says. */
    public record Order(
            String orderNo,
            @Nullable String rung,
            String step,
            String reason,
            List<String> whom,
            int instalments,
            long owedFen,
            LocalDate dueOn,
            ZonedDateTime orderedAt,
            String orderedBy,
            String state,
            @Nullable String messageId,
            @Nullable String assignedTo,
            @Nullable String refused,
            @Nullable String recordNo,
            @Nullable ZonedDateTime doneAt,
            @Nullable ZonedDateTime toldAt,
            @Nullable String outcome,
            @Nullable Boolean doneInTime,
            @Nullable Boolean filedLate) {}

    /** Columns as {@code repayment_fact_record} says. @param record of its message in the journal */
    public record Act(
            String recordNo,
            @Nullable String orderNo,
            String step,
            String contacted,
            ZonedDateTime doneAt,
            ZonedDateTime toldAt,
            boolean filedLate,
            String operatorNo,
            String outcome,
            @Nullable Long promiseFen,
            @Nullable LocalDate promiseBy,
            @Nullable String promiseBecame,
            String proofKind,
            String proofNumber,
            String messageId,
            @Nullable UUID record) {}

    public record Happened(
            ZonedDateTime at, String type, @Nullable String orderNo, @Nullable String recordNo, @Nullable String detail, @Nullable String messageId, @Nullable UUID record) {}

    /** A proposal nobody answered. @param exclusion null: to be collected again */
    public record Exclusion(long number, @Nullable String exclusion, String document, String proposedBy) {}

    /** How many cases of a bank wait for whom. @param late beyond the last day of their order */
    public record Queue(String partner, String waitsFor, long cases, long late, long owedFen) {}

    /** The running ones that are longest overdue first, then the closed ones. */
    public List<Case> page(Question question, int page, int size) {
        return asked("SELECT *" + FOUND + " ORDER BY closed_on IS NOT NULL, closed_on DESC, days DESC, case_no LIMIT :size OFFSET :skip", question)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(CollectionFacts::one)
                .list();
    }

    public long count(Question question) {
        return asked("SELECT count(*)" + FOUND, question).query(Long.class).single();
    }

    public Optional<Case> find(String caseNo) {
        return db.sql("SELECT * FROM repayment_fact_case WHERE case_no = ?").param(caseNo).query(CollectionFacts::one).optional();
    }

    /** The cases of an application, the latest first. */
    public List<Case> of(String partner, String applicationNo) {
        return db.sql("SELECT * FROM repayment_fact_case WHERE partner = ? AND application_no = ? ORDER BY opened_on DESC")
                .params(partner, applicationNo)
                .query(CollectionFacts::one)
                .list();
    }

    public List<Queue> queues(LocalDate today) {
        return db.sql("SELECT partner, waits_for, count(*) AS cases, count(*) FILTER (WHERE due_on < ? AND order_state IN ('issued', 'taken', 'missed')) AS late, sum(owed_fen) AS owed"
                        + " FROM repayment_fact_case WHERE closed_on IS NULL GROUP BY partner, waits_for ORDER BY partner, waits_for")
                .param(today)
                .query((row, i) -> new Queue(row.getString("partner"), row.getString("waits_for"), row.getLong("cases"), row.getLong("late"), row.getLong("owed")))
                .list();
    }

    public List<Order> orders(String caseNo) {
        return db.sql("SELECT * FROM repayment_fact_order WHERE case_no = ? ORDER BY ordered_at, order_no").param(caseNo).query(CollectionFacts::order).list();
    }

    public List<Act> acts(String caseNo) {
        return db.sql("SELECT r.*, (SELECT m.id FROM evidence_fact_record m WHERE m.partner = r.partner AND m.message_id = r.message_id AND m.kind = 'received' ORDER BY m.id LIMIT 1) AS record"
                        + " FROM repayment_fact_record r WHERE r.case_no = ? ORDER BY r.done_at, r.record_no")
                .param(caseNo)
                .query(CollectionFacts::act)
                .list();
    }

    public List<Happened> line(String caseNo) {
        return db.sql("SELECT e.*, (SELECT m.id FROM evidence_fact_record m WHERE m.partner = e.partner AND m.message_id = e.message_id ORDER BY m.id LIMIT 1) AS record"
                        + " FROM repayment_fact_case_event e WHERE e.case_no = ? ORDER BY e.id")
                .param(caseNo)
                .query((row, i) -> new Happened(
                        Shown.surelyAt(row, "at"), row.getString("type"), row.getString("order_no"), row.getString("record_no"), row.getString("detail"),
                        row.getString("message_id"), row.getObject("record", UUID.class)))
                .list();
    }

    public List<Exclusion> exclusions(String caseNo) {
        return db.sql("SELECT * FROM repayment_fact_exclusion WHERE case_no = ? AND confirmed IS NULL ORDER BY number")
                .param(caseNo)
                .query((row, i) -> new Exclusion(row.getLong("number"), row.getString("exclusion"), row.getString("document"), row.getString("proposed_by")))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Question question) {
        return db.sql(sql).param("partner", question.partner()).param("waits", question.waitsFor()).param("account", question.accountNo());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null ? List.of() : List.of((String[]) row.getArray(column).getArray());
    }

    private static Case one(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("case_no"), row.getString("partner"), row.getString("account_no"), row.getString("application_no"), row.getObject("overdue_since", LocalDate.class),
                row.getObject("opened_on", LocalDate.class), row.getString("state"), row.getInt("promises"), row.getString("exclusion"), row.getObject("seen_on", LocalDate.class),
                row.getInt("overdue"), row.getInt("days"), row.getLong("owed_fen"), row.getLong("balance_fen"), row.getObject("closed_on", LocalDate.class), texts(row, "paid_by"),
                row.getObject("by_borrower", Boolean.class), row.getString("order_no"), row.getString("step"), row.getString("order_state"),
                row.getObject("due_on", LocalDate.class), row.getObject("promise_by", LocalDate.class), row.getObject("promise_fen", Long.class), row.getString("waits_for"),
                row.getObject("exclusion_open", Long.class));
    }

    private static Order order(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getString("order_no"), row.getString("rung"), row.getString("step"), row.getString("reason"), texts(row, "whom"), row.getInt("instalments"),
                row.getLong("owed_fen"), row.getObject("due_on", LocalDate.class), Shown.surelyAt(row, "ordered_at"), row.getString("ordered_by"), row.getString("state"),
                row.getString("message_id"), row.getString("assigned_to"), row.getString("refused"), row.getString("record_no"), Shown.at(row, "done_at"), Shown.at(row, "told_at"),
                row.getString("outcome"), row.getObject("done_in_time", Boolean.class), row.getObject("filed_late", Boolean.class));
    }

    private static Act act(ResultSet row, int number) throws SQLException {
        return new Act(
                row.getString("record_no"), row.getString("order_no"), row.getString("step"), row.getString("contacted"), Shown.surelyAt(row, "done_at"),
                Shown.surelyAt(row, "told_at"), row.getBoolean("filed_late"), row.getString("operator_no"), row.getString("outcome"), row.getObject("promise_fen", Long.class),
                row.getObject("promise_by", LocalDate.class), row.getString("promise_became"), row.getString("proof_kind"), row.getString("proof_number"),
                row.getString("message_id"), row.getObject("record", UUID.class));
    }
}

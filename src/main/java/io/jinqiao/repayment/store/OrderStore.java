package io.jinqiao.repayment.store;

import io.jinqiao.message.CollectionStep;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.collection.CaseEvent;
import io.jinqiao.repayment.collection.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders to collect, and the line of time of their cases. */
@Repository
public class OrderStore {
    private final JdbcClient jdbc;

    public OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param whom roles as words @param endedAt null: the bank still has to do something */
    public record Stored(
            String orderNo, String caseNo, String accountNo, String step, List<String> whom, LocalDate dueOn, OrderState state, Instant orderedAt, @Nullable Instant endedAt) {
        /** Whether nobody was to act any more by then. */
        public boolean isWithdrawnAt(Instant act) {
            return state == OrderState.WITHDRAWN && (endedAt == null || !act.isBefore(endedAt));
        }
    }

    /** An order its bank does not know yet to be withdrawn. @param whom roles */
    public record Withdrawn(
            String orderNo, String accountNo, @Nullable String applicationNo, CollectionStep step, List<Party.Role> whom, LocalDate dueOn) {}

    /** Those of a bank, now told. */
    public List<Withdrawn> tellWithdrawn(PartnerId bank, Instant at) {
        return jdbc.sql("WITH told AS (UPDATE repayment_order SET withdrawal_told_at = ? WHERE bank = ? AND state = 'withdrawn' AND withdrawal_told_at IS NULL RETURNING order_no, case_no, step, whom, due_on)"
                        + " SELECT t.*, a.account_no, a.application_no FROM told t JOIN repayment_case c ON c.case_no = t.case_no JOIN repayment_account a ON a.id = c.account ORDER BY t.order_no")
                .params(FileStore.time(at), bank.value())
                .query((row, i) -> new Withdrawn(
                        row.getString("order_no"), row.getString("account_no"), row.getString("application_no"), Words.parse(row.getString("step"), CollectionStep.class),
                        Arrays.stream((String[]) row.getArray("whom").getArray()).map(role -> Words.parse(role, Party.Role.class)).toList(), row.getObject("due_on", LocalDate.class)))
                .list();
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
    }

    public Optional<Stored> find(PartnerId bank, String orderNo) {
        return jdbc.sql("SELECT o.*, a.account_no FROM repayment_order o JOIN repayment_case c ON c.case_no = o.case_no JOIN repayment_account a ON a.id = c.account"
                        + " WHERE o.bank = ? AND o.order_no = ?")
                .params(bank.value(), orderNo)
                .query((row, i) -> new Stored(
                        row.getString("order_no"), row.getString("case_no"), row.getString("account_no"), row.getString("step"),
                        List.of((String[]) row.getArray("whom").getArray()), row.getObject("due_on", LocalDate.class),
                        Words.parse(row.getString("state"), OrderState.class), row.getTimestamp("ordered_at").toInstant(),
                        row.getTimestamp("ended_at") == null ? null : row.getTimestamp("ended_at").toInstant()))
                .optional();
    }

    /** @param refused code, when the bank cannot even be told */
    public void insert(CaseEvent.Order order, String caseNo, PartnerId bank, String by, @Nullable String refused, Instant at) {
        jdbc.sql("INSERT INTO repayment_order (order_no, case_no, bank, rung, step, reason, whom, instalments, owed_fen, due_on, follows, ordered_at, ordered_by, state, refused)"
                        + " VALUES (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(order.orderNo(), caseNo, bank.value(), order.rung(), Words.of(order.step()), Words.of(order.reason()))
                .params(String.join(",", order.whom().stream().map(Words::of).toList()), order.instalments(), order.owed().fen(), order.dueOn(), order.follows())
                .params(FileStore.time(at), by, Words.of(refused == null ? OrderState.ISSUED : OrderState.REFUSED), refused)
                .update();
    }

    public void end(String orderNo, OrderState state, Instant at) {
        jdbc.sql("UPDATE repayment_order SET state = ?, ended_at = CASE WHEN ? THEN ended_at ELSE ?::timestamptz END WHERE order_no = ?")
                .params(Words.of(state), state.open(), FileStore.time(at), orderNo)
                .update();
    }

    /** @param refused codes with which the bank did not take it */
    public void answered(String orderNo, String messageId, @Nullable String assignedTo, @Nullable String refused, Instant at) {
        jdbc.sql("UPDATE repayment_order SET message_id = ?, assigned_to = ?, refused = ?, answered_at = ? WHERE order_no = ?")
                .params(messageId, assignedTo, refused, FileStore.time(at), orderNo)
                .update();
    }

    /** @param detail fixed words, no personal data */
    public void event(
            String caseNo, String type, @Nullable String orderNo, @Nullable String recordNo, @Nullable String detail, @Nullable String messageId, Instant at) {
        jdbc.sql("INSERT INTO repayment_case_event (case_no, at, type, order_no, record_no, detail, message_id) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(caseNo, FileStore.time(at), type, orderNo, recordNo, detail, messageId)
                .update();
    }
}

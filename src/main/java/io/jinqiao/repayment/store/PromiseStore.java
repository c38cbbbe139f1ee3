package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.collection.CaseState;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Promises to pay nobody knows the end of yet. */
@Repository
public class PromiseStore {
    private final JdbcClient jdbc;

    public PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param account our number of the loan @param closedOn when its case ended; null: it runs */
    public record Open(String caseNo, long account, CaseState.Promised promise, @Nullable LocalDate closedOn) {}

    /** Those of a bank their case does not wait for. */
    public List<Open> open(PartnerId bank) {
        return jdbc.sql("SELECT r.record_no, r.done_at, r.promise_by, r.promise_fen, c.case_no, c.account, c.closed_on FROM repayment_record r"
                        + " JOIN repayment_case c ON c.case_no = r.case_no WHERE r.bank = ? AND r.promise_fen IS NOT NULL AND r.promise_became IS NULL"
                        + " AND c.promise IS DISTINCT FROM r.record_no ORDER BY r.done_at")
                .param(bank.value())
                .query((row, i) -> new Open(
                        row.getString("case_no"),
                        row.getLong("account"),
                        new CaseState.Promised(
                                row.getString("record_no"), OrderStore.day(row.getTimestamp("done_at").toInstant()), row.getObject("promise_by", LocalDate.class),
                                new Money(row.getLong("promise_fen"))),
                        row.getObject("closed_on", LocalDate.class)))
                .list();
    }
}

package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.Deductions.TwiceOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was deducted of an instalment and is counted nowhere as paid, until two people say what became of the money. */
@Repository
public class TwiceStore {
    private final JdbcClient jdbc;

    public TwiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Found again with another amount, which nobody has settled yet, it is that amount. */
    public void insert(String orderNo, int lineNo, Money excess, LocalDate dueOn, Instant at) {
        jdbc.sql("INSERT INTO repayment_paid_twice (order_no, line_no, excess_fen, due_on, found_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (order_no, line_no, type) DO UPDATE SET excess_fen = excluded.excess_fen WHERE repayment_paid_twice.settled_by IS NULL")
                .params(orderNo, lineNo, excess.fen(), dueOn, FileStore.time(at))
                .update();
    }

    /**
     * Takes back what a file explains: with the serial of the deduction it tells of the money as one of the payments of the instalment, beside those with
     * other serials. What somebody has settled stays.
     *
     * @return order and line of each
     */
    public List<String> explained(PartnerId bank, long file) {
        boolean some = jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_paid_twice t JOIN repayment_deduction d ON d.order_no = t.order_no WHERE t.type = 'paid-twice' AND t.settled_by IS NULL AND d.bank = ?)")
                .param(bank.value())
                .query(Boolean.class)
                .single();
        return !some ? List.of() : jdbc.sql("DELETE FROM repayment_paid_twice t USING repayment_deduction_line l, repayment_deduction d, repayment_run n, repayment_account a, repayment_row r WHERE t.type = 'paid-twice' AND t.settled_by IS NULL"
                        + " AND l.order_no = t.order_no AND l.line_no = t.line_no AND d.order_no = l.order_no AND n.run_no = d.run_no AND d.bank = :bank AND r.paid_on BETWEEN n.deduct_on AND l.accounting_date AND a.id = l.account AND r.account_no = a.account_no AND r.file = :file"
                        + " AND r.instalment = l.instalment AND r.host_serial = l.host_serial AND (SELECT sum(p) FROM unnest(l.paid_fen) p) <= " + HostSerials.PAID + " - " + HostSerials.before(HostSerials.PAID)
                        + " RETURNING t.order_no || ' ' || t.line_no")
                .param("bank", bank.value())
                .param("file", file)
                .query(String.class)
                .list();
    }

    /** @return false when there is no such open one, or it waits for another person */
    public boolean settle(Gap gap, String orderNo, int lineNo, TwiceOutcome outcome, String document, String by, Instant at) {
        return jdbc.sql("UPDATE repayment_paid_twice SET outcome = ?, document = ?, settled_by = ?, settled_at = ? WHERE order_no = ? AND line_no = ? AND type = ? AND settled_by IS NULL")
                        .params(Words.of(outcome), document, by, FileStore.time(at), orderNo, lineNo, Words.of(gap))
                        .update()
                == 1;
    }

    /** Who said what became of it; empty when nobody did, or it is confirmed. Held until the transaction ends. */
    public Optional<String> settledBy(Gap gap, String orderNo, int lineNo) {
        return jdbc.sql("SELECT settled_by FROM repayment_paid_twice WHERE order_no = ? AND line_no = ? AND type = ? AND settled_by IS NOT NULL AND confirmed_by IS NULL FOR UPDATE")
                .params(orderNo, lineNo, Words.of(gap))
                .query(String.class)
                .optional();
    }

    /** @param confirmed false: it is open as before */
    public void confirm(Gap gap, String orderNo, int lineNo, boolean confirmed, String by, Instant at) {
        String set = confirmed ? "confirmed_by = :by, confirmed_at = :at" : "outcome = NULL, document = NULL, settled_by = NULL, settled_at = NULL";
        jdbc.sql("UPDATE repayment_paid_twice SET " + set + " WHERE order_no = :order AND line_no = :line AND type = :type")
                .param("type", Words.of(gap))
                .param("by", by)
                .param("at", FileStore.time(at))
                .param("order", orderNo)
                .param("line", lineNo)
                .update();
    }
}

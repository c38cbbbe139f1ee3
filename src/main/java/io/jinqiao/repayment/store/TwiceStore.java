package io.jinqiao.repayment.store;

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

    /**
     * What is missing of a line is this one difference, of this amount; what somebody has settled stays.
     *
     * @return false when it was so before
     */
    public boolean open(String orderNo, int lineNo, Gap gap, long fen, LocalDate dueOn, Instant at) {
        jdbc.sql("DELETE FROM repayment_paid_twice WHERE order_no = ? AND line_no = ? AND type <> ? AND settled_by IS NULL").params(orderNo, lineNo, Words.of(gap)).update();
        return jdbc.sql("INSERT INTO repayment_paid_twice AS t (order_no, line_no, type, excess_fen, due_on, found_at) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT (order_no, line_no, type) DO UPDATE SET excess_fen = excluded.excess_fen WHERE t.settled_by IS NULL AND t.excess_fen <> excluded.excess_fen")
                        .params(orderNo, lineNo, Words.of(gap), fen, dueOn, FileStore.time(at))
                        .update()
                == 1;
    }

    /** Which kinds of difference somebody has settled of a line. */
    public List<Gap> settled(String orderNo, int lineNo) {
        return jdbc.sql("SELECT type FROM repayment_paid_twice WHERE order_no = ? AND line_no = ? AND settled_by IS NOT NULL")
                .params(orderNo, lineNo)
                .query((row, i) -> Words.parse(row.getString("type"), Gap.class))
                .list();
    }

    /** Nothing is missing of a line. @return whether there was something */
    public boolean end(String orderNo, int lineNo) {
        return jdbc.sql("DELETE FROM repayment_paid_twice WHERE order_no = ? AND line_no = ? AND settled_by IS NULL").params(orderNo, lineNo).update() > 0;
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

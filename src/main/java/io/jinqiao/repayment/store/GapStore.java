package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What results told was deducted, held against what the ledger counts as paid: a corrected file may forget it. */
@Repository
public class GapStore {
    /** Loans of which something may be missing, and those of which something is missing already. */
    private static final String LOANS = """
            WITH loan AS MATERIALIZED (
                SELECT a.id, a.bank, a.account_no, a.balance_on FROM repayment_account a WHERE a.id IN (
                    SELECT l.account FROM repayment_paid_twice t JOIN repayment_deduction d ON d.order_no = t.order_no JOIN repayment_deduction_line l ON l.order_no = t.order_no AND l.line_no = t.line_no
                    WHERE t.type = 'not-in-ledger' AND t.settled_by IS NULL AND d.bank = :bank
                    UNION SELECT x.id FROM repayment_row o JOIN repayment_account x ON x.account_no = o.account_no AND x.bank = :bank WHERE o.file = ANY(:files)))
            """;
    /** What is missing of an instalment is missing of its latest deductions first. */
    private static final String MISSING = LOANS + """
            , line AS (
                SELECT o.account_no, o.bank, o.balance_on, l.account, l.instalment, l.order_no, l.line_no, l.accounting_date,
                       (SELECT sum(p) FROM unnest(l.paid_fen) p) - l.returned_fen - coalesce((SELECT sum(t.excess_fen) FROM repayment_paid_twice t
                           WHERE t.order_no = l.order_no AND t.line_no = l.line_no AND (t.type = 'paid-twice' OR t.confirmed_by IS NOT NULL)), 0) AS fen
                FROM loan o JOIN repayment_deduction_line l ON l.account = o.id WHERE l.paid_fen IS NOT NULL AND l.accounting_date > o.balance_on),
            gap AS (
                SELECT i.account, i.instalment, i.fen - coalesce(r.paid, 0) AS missing
                FROM (SELECT account_no, bank, balance_on, account, instalment, sum(fen) AS fen FROM line GROUP BY 1, 2, 3, 4, 5) i
                LEFT JOIN LATERAL (SELECT %s AS paid FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = i.account_no AND r.bank = i.bank AND r.instalment = i.instalment
                    AND r.accounting_date > i.balance_on AND x.stands AND x.replaced_at IS NULL ORDER BY r.accounting_date DESC, r.file DESC LIMIT 1) r ON true),
            missing AS (
                SELECT l.order_no, l.line_no, l.account, least(l.fen, g.missing - (sum(l.fen) OVER w - l.fen)) AS fen FROM line l JOIN gap g ON g.account = l.account AND g.instalment = l.instalment
                WHERE l.fen > 0 WINDOW w AS (PARTITION BY l.account, l.instalment ORDER BY l.accounting_date DESC, l.order_no DESC, l.line_no DESC))
            """.formatted(HostSerials.PAID);
    private static final String FOUND = MISSING + """
            INSERT INTO repayment_paid_twice AS t (order_no, line_no, type, excess_fen, due_on, found_at)
            SELECT order_no, line_no, 'not-in-ledger', fen, :due, :at FROM missing WHERE fen > 0
            ON CONFLICT (order_no, line_no, type) DO UPDATE SET excess_fen = excluded.excess_fen WHERE t.settled_by IS NULL AND t.excess_fen <> excluded.excess_fen
            RETURNING t.order_no || ' ' || t.line_no
            """;
    private static final String GONE = MISSING + """
            DELETE FROM repayment_paid_twice t USING repayment_deduction_line l WHERE t.type = 'not-in-ledger' AND t.settled_by IS NULL AND l.order_no = t.order_no AND l.line_no = t.line_no
            AND l.account IN (SELECT id FROM loan) AND NOT EXISTS (SELECT 1 FROM missing m WHERE m.order_no = t.order_no AND m.line_no = t.line_no AND m.fen > 0)
            RETURNING t.order_no || ' ' || t.line_no
            """;

    private final JdbcClient jdbc;

    public GapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anything can be missing at all. @param files of whose loans something may be */
    public boolean some(PartnerId bank, List<Long> files) {
        String open = "SELECT EXISTS (SELECT 1 FROM repayment_paid_twice t JOIN repayment_deduction d ON d.order_no = t.order_no WHERE t.type = 'not-in-ledger' AND t.settled_by IS NULL AND d.bank = ?)";
        return jdbc.sql(files.isEmpty() ? open : "SELECT EXISTS (SELECT 1 FROM repayment_run WHERE bank = ?)").param(bank.value()).query(Boolean.class).single();
    }

    /** @param files of whose loans something may be missing, such as one in whose place another counts now @return order and line of each that is missing, or of which another amount is */
    public List<String> found(PartnerId bank, List<Long> files, LocalDate dueOn, Instant at) {
        return jdbc.sql(FOUND).param("bank", bank.value()).param("files", files.toArray(Long[]::new)).param("due", dueOn).param("at", FileStore.time(at)).query(String.class).list();
    }

    /** Takes back what is counted as paid after all, or was taken back, unless somebody has settled it. @return order and line of each */
    public List<String> gone(PartnerId bank) {
        return jdbc.sql(GONE).param("bank", bank.value()).param("files", new Long[0]).query(String.class).list();
    }
}

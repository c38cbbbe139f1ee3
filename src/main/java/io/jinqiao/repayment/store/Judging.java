package io.jinqiao.repayment.store;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.model.Fault;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds a staged file against the ledger and takes what is right. The usual file, in which everything is, is judged and taken by one statement; only when
 * rows are left over they are judged once more to say why.
 */
@Repository
public class Judging {
    private final JdbcClient jdbc;

    public Judging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day accounting date of the file */
    public record Staged(PartnerId bank, long file, LocalDate day, long rows) {}

    /**
     * @param expectedDay due day the instalment has
     * @param before balance before, in fen
     * @param should balance there should be, in fen
     * @param balanceOn day the loan was opened with its balance
     */
    public record Faulty(
            long line, Fault fault, @Nullable LocalDate expectedDay, @Nullable Long before, @Nullable Long should, @Nullable LocalDate balanceOn) {}

    /** @param faulty the first ones, by line, at most as many as a result lists */
    public record Judged(long taken, long refused, List<Faulty> faulty) {}

    public Judged take(Staged staged) {
        prepare();
        sql(JudgingSql.MORE, staged).update();
        jdbc.sql("ANALYZE staged_more").update();
        boolean laterFiles = laterFiles(staged);
        // the ledger may have been empty when its statistics were taken and grows under this very statement: read whole for each row, it would never end
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        Judged judged = judged(staged, JudgingSql.judged(laterFiles));
        jdbc.sql("SET LOCAL enable_seqscan = on").update();
        return judged;
    }

    private Judged judged(Staged staged, String judged) {
        long taken = sql("INSERT INTO repayment_row (file, account, " + StagedRow.KEPT + ") SELECT :file, account, " + StagedRow.KEPT
                + " FROM (" + judged + ") j WHERE fault IS NULL", staged)
                .update();
        if (taken == staged.rows()) {
            return new Judged(taken, 0, List.of());
        }
        sql("INSERT INTO staged_fault SELECT line, account_no, fault, expected, before, coalesce(should, before - newly), balance_on FROM (" + judged
                + ") j WHERE fault IS NOT NULL", staged)
                .update();
        long dropped = dropSiblings(staged);
        return new Judged(taken - dropped, staged.rows() - taken + dropped, faulty());
    }

    private void prepare() {
        jdbc.sql("SET LOCAL work_mem = '64MB'").update();
        jdbc.sql("SET LOCAL jit = off").update();
        jdbc.sql("CREATE TEMPORARY TABLE IF NOT EXISTS staged_more (line integer, before bigint, shrank boolean, twice boolean, sums boolean, should bigint)"
                        + " ON COMMIT DELETE ROWS")
                .update();
        jdbc.sql("CREATE TEMPORARY TABLE IF NOT EXISTS staged_fault (line integer, account_no text COLLATE \"C\", fault integer, expected date, before bigint,"
                        + " should bigint, balance_on date) ON COMMIT DELETE ROWS")
                .update();
        jdbc.sql("ANALYZE staged_row (account_no, accounting_date, line)").update();
    }

    /** Whether another file tells of a later day than this one's first: then what it says there must still be possible. */
    private boolean laterFiles(Staged staged) {
        return sql("SELECT EXISTS (SELECT 1 FROM repayment_file WHERE bank = :bank AND stands AND replaced_at IS NULL AND id <> :file"
                        + " AND accounting_date > :day - 31)", staged)
                .query(Boolean.class)
                .single();
    }

    /** Rows of one loan in one file stand or fall together. */
    private long dropSiblings(Staged staged) {
        sql("INSERT INTO staged_fault (line, account_no, fault) SELECT s.line, s.account_no, " + Fault.SIBLING.ordinal() + " FROM staged_row s"
                        + " WHERE s.account_no IN (SELECT account_no FROM staged_fault WHERE fault > 0)"
                        + " AND s.line NOT IN (SELECT line FROM staged_fault)", staged)
                .update();
        return sql("DELETE FROM repayment_row r USING staged_fault f, staged_row s, repayment_account a WHERE f.fault = " + Fault.SIBLING.ordinal()
                        + " AND s.line = f.line AND a.bank = :bank AND a.account_no = s.account_no AND r.account = a.id"
                        + " AND r.accounting_date = s.accounting_date AND r.instalment = s.instalment AND r.file = :file", staged)
                .update();
    }

    private List<Faulty> faulty() {
        return jdbc.sql("SELECT * FROM staged_fault ORDER BY line LIMIT " + FileResult.MOST_REFUSED)
                .query((row, i) -> new Faulty(
                        row.getLong("line"),
                        Fault.values()[row.getInt("fault")],
                        row.getObject("expected", LocalDate.class),
                        row.getObject("before", Long.class),
                        row.getObject("should", Long.class),
                        row.getObject("balance_on", LocalDate.class)))
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, Staged staged) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql);
        if (sql.contains(":bank")) {
            spec = spec.param("bank", staged.bank().value());
        }
        return spec.param("file", staged.file()).param("day", staged.day());
    }
}

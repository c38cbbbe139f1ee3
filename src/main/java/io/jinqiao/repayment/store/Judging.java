package io.jinqiao.repayment.store;

import io.jinqiao.message.FileResult;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.model.Fault;
import io.jinqiao.repayment.store.JudgingSql.Neighbours;
import io.jinqiao.repayment.store.JudgingSql.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds a file that was written into the ledger against what other files told, and drops what is wrong. The usual file, in which nothing is, is only counted
 * through; when something is found its rows are looked at once more to say why.
 */
@Repository
public class Judging {
    /** From so many rows on all cores may help; fewer are found by their loans. */
    private static final long MANY = 50_000;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final long many;

    @Autowired
    public Judging(JdbcClient jdbc) {
        this(jdbc, MANY);
    }

    /** @param many rows from which whole tables are held side by side */
    public Judging(JdbcClient jdbc, long many) {
        this.jdbc = jdbc;
        this.plans = new Plans(jdbc);
        this.many = many;
    }

    /**
     * @param firstDay the earliest accounting date of a row
     * @param day accounting date of the file
     * @param repeated loans with more than one row; empty: not known
     * @param later it tells of its days what happened after whatever else was told of them
     */
    public record Judgeable(PartnerId bank, long file, LocalDate firstDay, LocalDate day, long rows, Optional<List<String>> repeated, boolean later) {}

    /**
     * @param expectedDay due day the instalment has; of a loan that ended, the day on which it did
     * @param before balance before, in fen
     * @param should balance there should be, in fen
     * @param balanceOn day the loan was opened with its balance
     * @param due principal and interest of the instalment as told before, paid or not, in fen
     * @param toldBy number of the file or report that told otherwise
     */
    public record Faulty(
            long line,
            Fault fault,
            @Nullable LocalDate expectedDay,
            @Nullable Long before,
            @Nullable Long should,
            @Nullable LocalDate balanceOn,
            @Nullable Long due,
            @Nullable String toldBy) {}

    /** @param faulty the first ones, by line, at most as many as a result lists */
    public record Judged(long refused, List<Faulty> faulty) {}

    /** What stands against the file's rows; nothing is dropped yet. */
    public Judged judge(Judgeable file) {
        prepare(file);
        JudgingSql sql = new JudgingSql(neighbours(file), file.later());
        List<String> repeated = file.repeated().orElseGet(() -> sql(JudgingSql.REPEATED, file, List.of()).query(String.class).list());
        long faulty = 0;
        for (Rows rows : parts(repeated)) {
            if (rows != Rows.SINGLE) {
                sql(sql.more(rows), file, repeated).update();
                jdbc.sql(file.rows() < many ? JudgingSql.BY_LINE : JudgingSql.NOT_BY_LINE).update();
                jdbc.sql("ANALYZE staged_more").update();
            }
            long found = sql(sql.count(rows), file, repeated).query(Long.class).single();
            if (found > 0) {
                faulty += sql(sql.faults(rows), file, repeated).update();
            }
        }
        plans.few();
        Judged judged = faulty == 0 ? new Judged(0, List.of()) : new Judged(faulty + sql(JudgingSql.SIBLINGS, file, repeated).update(), faulty());
        plans.usual();
        return judged;
    }

    /** Which of these loans have a row that was found wrong. */
    public List<String> refused(List<String> accountNos) {
        return jdbc.sql("SELECT DISTINCT account_no FROM staged_fault WHERE account_no = ANY(?)").param(accountNos.toArray(String[]::new)).query(String.class).list();
    }

    /** Keeps of which loans a row goes back that tells of a payment: the first of its day, since a bank may be wrong for days. */
    public void sendBack(PartnerId bank, long file, Instant at) {
        jdbc.sql("INSERT INTO repayment_sent_back (bank, account_no, accounting_date, file, sent_back_at) SELECT DISTINCT :bank, r.account_no, r.accounting_date, :file::bigint, :at::timestamptz"
                        + " FROM staged_fault f JOIN repayment_row r ON r.ctid = f.place WHERE " + Sums.of("r", Sums.PAID) + " + " + Sums.of("r", Sums.REST) + " > 0"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_sent_back b WHERE b.bank = :bank AND b.account_no = r.account_no AND b.accounting_date >= r.paid_on AND b.accounting_date < r.accounting_date) ON CONFLICT DO NOTHING")
                .param("bank", bank.value())
                .param("file", file)
                .param("at", FileStore.time(at))
                .update();
    }

    /** Takes what was found wrong out of the ledger. */
    public void drop() {
        plans.few();
        jdbc.sql(JudgingSql.DROP).update();
        plans.usual();
    }

    private static List<Rows> parts(List<String> repeated) {
        if (repeated.isEmpty()) {
            return List.of(Rows.SINGLE);
        }
        return repeated.size() > Repeats.MOST ? List.of(Rows.ALL) : List.of(Rows.SINGLE, Rows.REPEATED);
    }

    private void prepare(Judgeable file) {
        jdbc.sql(JudgingSql.STAGED_MORE).update();
        jdbc.sql(JudgingSql.STAGED_FAULT).update();
        plans.always();
        if (file.rows() < many) {
            plans.few();
        } else {
            plans.many();
        }
    }

    private Neighbours neighbours(Judgeable file) {
        return jdbc.sql("SELECT coalesce(bool_or(first_day < :day - 45), false) AS older, coalesce(bool_or(first_day <= :day), false) AS before,"
                        + " coalesce(bool_or(first_day <= :day AND accounting_date >= :first), false) AS same, coalesce(bool_or(accounting_date > :first), false) AS after"
                        + " FROM repayment_file WHERE bank = :bank AND stands AND replaced_at IS NULL AND id <> :file")
                .param("bank", file.bank().value())
                .param("file", file.file())
                .param("first", file.firstDay())
                .param("day", file.day())
                .query((row, i) -> new Neighbours(row.getBoolean("older"), row.getBoolean("before"), row.getBoolean("same"), row.getBoolean("after")))
                .single();
    }

    List<Faulty> faulty() {
        return jdbc.sql("SELECT * FROM staged_fault ORDER BY line LIMIT " + FileResult.MOST_REFUSED)
                .query((row, i) -> new Faulty(
                        row.getLong("line"),
                        Fault.values()[row.getInt("fault")],
                        row.getObject("expected", LocalDate.class),
                        row.getObject("before", Long.class),
                        row.getObject("should", Long.class),
                        row.getObject("balance_on", LocalDate.class),
                        row.getObject("due", Long.class),
                        row.getString("told_by")))
                .list();
    }

    private JdbcClient.StatementSpec sql(String sql, Judgeable file, List<String> repeated) {
        JdbcClient.StatementSpec spec = jdbc.sql(sql).param("file", file.file());
        if (sql.contains(":bank")) {
            spec = spec.param("bank", file.bank().value());
        }
        if (sql.contains(":day")) {
            spec = spec.param("day", file.day());
        }
        if (sql.contains(":first")) {
            spec = spec.param("first", file.firstDay());
        }
        return sql.contains(":repeated") ? spec.param("repeated", repeated.toArray(String[]::new)) : spec;
    }
}

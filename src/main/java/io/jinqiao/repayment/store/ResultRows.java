package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.deduction.Overtaken;
import io.jinqiao.repayment.deduction.Payments.Deduction;
import io.jinqiao.repayment.deduction.Payments.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that were made of results of deductions, on what the ledger knew then. */
@Repository
public class ResultRows {
    /** What the numbers of reports begin with that are made of results. */
    public static final String NUMBERS = "KK";

    private static final String PAID = "%1$s.paid_principal + %1$s.paid_overdue_principal + %1$s.paid_interest + %1$s.paid_overdue_interest + %1$s.paid_penalty + %1$s.paid_fine";
    /** Rows made of results of the days a file tells of and of later ones, of its loans that did not end. */
    private static final String MADE = "SELECT x.id, x.file_no, x.message_id, x.accounting_date AS day, r.*, " + PAID.formatted("r") + " AS paid FROM repayment_file x JOIN repayment_row r ON r.file = x.id"
            + " JOIN repayment_account a ON a.bank = x.bank AND a.account_no = r.account_no AND a.ended_on IS NULL AND r.accounting_date > a.balance_on"
            + " JOIN LATERAL (SELECT min(s.accounting_date) AS day FROM repayment_row s WHERE s.file = :file AND s.account_no = r.account_no) s ON s.day <= r.accounting_date"
            + " WHERE x.bank = :bank AND x.single AND x.stands AND x.replaced_at IS NULL AND starts_with(x.file_no, :results) AND x.accounting_date >= :first";
    /** The last of its day, and the file does not say the same. */
    private static final String OTHERWISE = "NOT EXISTS (SELECT 1 FROM made n WHERE n.account_no = m.account_no AND n.instalment = m.instalment AND n.accounting_date = m.accounting_date AND n.id > m.id)"
            + " AND NOT EXISTS (SELECT 1 FROM repayment_row s WHERE s.file = :file AND s.account_no = m.account_no AND s.instalment = m.instalment"
            + " AND s.accounting_date = m.accounting_date AND s.balance = m.balance AND s.host_serial IS NOT DISTINCT FROM m.host_serial"
            + " AND s.paid_principal + s.paid_overdue_principal = m.paid_principal + m.paid_overdue_principal"
            + " AND s.paid_interest + s.paid_overdue_interest + s.paid_penalty + s.paid_fine = m.paid_interest + m.paid_overdue_interest + m.paid_penalty + m.paid_fine)";
    private static final String LATER = "EXISTS (SELECT 1 FROM repayment_row l JOIN repayment_file y ON y.id = l.file WHERE l.account_no = m.account_no AND l.bank = :bank AND l.accounting_date > m.accounting_date"
            + " AND y.stands AND y.replaced_at IS NULL AND NOT (y.single AND starts_with(y.file_no, :results))";
    private static final String KNOWN = "WITH made AS (" + MADE + "), known AS (SELECT m.*, " + OTHERWISE + " AS otherwise, " + LATER + " AND l.file <> :file) AS later, "
            + LATER + " AND l.instalment = m.instalment AND " + PAID.formatted("l") + " >= m.paid) AS within FROM made m)";
    /** The deduction a row was made of, and what the file tells of its instalment until its day. */
    private static final String BESIDE = " JOIN repayment_account a ON a.bank = :bank AND a.account_no = k.account_no JOIN repayment_deduction_line l ON l.account = a.id AND l.instalment = k.instalment"
            + " AND l.message_id = k.message_id JOIN repayment_deduction d ON d.order_no = l.order_no JOIN repayment_run n ON n.run_no = d.run_no"
            + " LEFT JOIN LATERAL (SELECT s.accounting_date, s.host_serial, s.paid_on, " + PAID.formatted("s") + " AS paid FROM repayment_row s WHERE s.file = :file AND s.account_no = k.account_no"
            + " AND s.instalment = k.instalment AND s.accounting_date <= k.accounting_date ORDER BY s.accounting_date DESC LIMIT 1) f ON true";
    private static final String OVERTAKEN = KNOWN + " SELECT k.*, l.order_no, l.line_no, l.host_serial AS serial, l.accounting_date AS told_on, (SELECT sum(p)::bigint FROM unnest(l.paid_fen) p) AS fen, n.deduct_on,"
            + " f.accounting_date AS f_day, f.host_serial AS f_serial, f.paid_on AS f_paid_on, f.paid AS f_paid FROM known k" + BESIDE
            + " WHERE k.account_no IN (SELECT account_no FROM known GROUP BY account_no HAVING bool_or(otherwise)) ORDER BY k.day, k.id, k.line";

    private final JdbcClient jdbc;
    private final FileStore files;

    public ResultRows(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /**
     * @param file our number of the report that was made of the result
     * @param messageId of the result
     * @param day accounting date it was told of
     */
    public record Made(long file, String fileNo, String messageId, LocalDate day, String accountNo, int instalment) {}

    /**
     * All those of loans this file tells of otherwise, of its days and of later ones, as they were made without knowing of it. Not of loans of which the bank told of a day after
     * theirs, unless it says itself what was paid ({@link Overtaken}). Not of loans that ended.
     *
     * @param first the earliest accounting date of a row of the file
     */
    public List<Made> overtaken(PartnerId bank, long file, LocalDate first) {
        boolean some = jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_file WHERE bank = ? AND accounting_date >= ? AND single AND stands AND replaced_at IS NULL AND starts_with(file_no, ?))")
                .params(bank.value(), first, NUMBERS)
                .query(Boolean.class)
                .single();
        if (!some) {
            return List.of();
        }
        List<Beside> all = jdbc.sql(OVERTAKEN)
                .param("bank", bank.value())
                .param("file", file)
                .param("results", NUMBERS)
                .param("first", first)
                .query((row, i) -> new Beside(made(row), beside(row, file)))
                .list();
        Map<String, List<Overtaken.Made>> loans = all.stream().collect(Collectors.groupingBy(one -> one.made().accountNo(), Collectors.mapping(Beside::told, Collectors.toList())));
        loans.values().removeIf(made -> !Overtaken.makeRoom(made));
        return all.stream().map(Beside::made).filter(made -> loans.containsKey(made.accountNo())).toList();
    }

    private record Beside(Made made, Overtaken.Made told) {}

    private static Overtaken.Made beside(ResultSet row, long file) throws SQLException {
        Deduction deduction = new Deduction(
                row.getString("order_no"), row.getInt("line_no"), row.getString("message_id"), row.getLong("fen"), row.getString("serial"), row.getObject("deduct_on", LocalDate.class),
                row.getObject("told_on", LocalDate.class), null);
        LocalDate day = row.getObject("f_day", LocalDate.class);
        Row told = day == null ? null : new Row(file, day, row.getLong("f_paid"), row.getString("f_serial"), row.getObject("f_paid_on", LocalDate.class), null);
        return new Overtaken.Made(deduction, row.getLong("paid"), row.getBoolean("otherwise"), row.getBoolean("later"), row.getBoolean("within"), told);
    }

    /** Those of one loan, of days after one. */
    public List<Made> after(PartnerId bank, String accountNo, LocalDate day) {
        return jdbc.sql("SELECT x.id, x.file_no, x.message_id, x.accounting_date AS day, r.account_no, r.instalment FROM repayment_row r JOIN repayment_file x ON x.id = r.file"
                        + " WHERE r.account_no = ? AND r.bank = ? AND r.accounting_date > ? AND x.single AND x.stands AND x.replaced_at IS NULL AND starts_with(x.file_no, ?) ORDER BY x.id, r.line")
                .params(accountNo, bank.value(), day, NUMBERS)
                .query((row, i) -> made(row))
                .list();
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                row.getLong("id"), row.getString("file_no"), row.getString("message_id"), row.getObject("day", LocalDate.class), row.getString("account_no"), row.getInt("instalment"));
    }

    /**
     * They do not count any more; the others of the same report go on under another number.
     *
     * @param made of one report
     * @param current our number of the file that is being taken
     * @return our number of the report in which the others go on
     */
    public long takeOut(PartnerId bank, List<Made> made, long current, Instant at) {
        Made one = made.get(0);
        files.replace(one.file(), at);
        files.reopen(bank, one.day(), List.of(one.file()), at);
        return carryOn(one.file(), made.stream().map(Made::accountNo).distinct().toList(), current, at);
    }

    /** A report takes the place of one of its rows: what was made of the same result of other loans stays what it is, and no claim of the bank. */
    public void carryOnOthers(long result, long report, Instant at) {
        carryOn(result, jdbc.sql("SELECT DISTINCT account_no FROM repayment_row WHERE file = ?").param(report).query(String.class).list(), report, at);
    }

    /** Unless they were told of once more since. */
    private long carryOn(long from, List<String> without, long current, Instant at) {
        long next = files.next();
        String columns = LedgerRow.COLUMNS.substring("file, ".length());
        int others = jdbc.sql("INSERT INTO repayment_row (file, " + columns + ") SELECT :next, " + columns + " FROM repayment_row o WHERE o.file = :file AND NOT o.account_no = ANY(:accounts)"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_row n JOIN repayment_file x ON x.id = n.file WHERE n.account_no = o.account_no AND n.bank = o.bank AND n.instalment = o.instalment"
                        + " AND n.accounting_date = o.accounting_date AND n.file > o.file AND n.file <> :current AND n.file <> :next AND x.stands AND x.replaced_at IS NULL)")
                .param("next", next)
                .param("file", from)
                .param("accounts", without.toArray(String[]::new))
                .param("current", current)
                .update();
        if (others > 0) {
            jdbc.sql("SELECT * FROM repayment_file WHERE id = ?")
                    .param(from)
                    .query((row, i) -> new FileStore.Told(
                            next, new PartnerId(row.getString("bank")), FileStore.next(row.getString("file_no"), next), true, row.getString("name"), row.getString("message_id"),
                            row.getObject("accounting_date", LocalDate.class), row.getObject("accounting_date", LocalDate.class), null, others, 0, true))
                    .list()
                    .forEach(told -> files.insert(told, at));
        }
        return next;
    }

    /** As if it had not been taken out. @param others our number of the report in which the others went on */
    public void putBack(long file, long others) {
        jdbc.sql("DELETE FROM repayment_row WHERE file = ?").param(others).update();
        jdbc.sql("DELETE FROM repayment_file WHERE id = ?").param(others).update();
        jdbc.sql("UPDATE repayment_file SET replaced_at = NULL WHERE id = ?").param(file).update();
    }

    /**
     * A bank names what a result told of by the number the result had at first, though it was told of another day or booked again since.
     *
     * @param report our number of the report that corrects it
     */
    public Optional<Long> now(PartnerId bank, String fileNo, long report) {
        return !fileNo.startsWith(NUMBERS) ? Optional.empty() : jdbc.sql("SELECT x.id FROM repayment_file x JOIN repayment_row r ON r.file = x.id JOIN repayment_row n ON n.account_no = r.account_no AND n.instalment = r.instalment"
                        + " AND n.accounting_date = r.accounting_date WHERE n.file = :report AND x.bank = :bank AND x.single AND x.stands AND x.replaced_at IS NULL"
                        + " AND (starts_with(x.file_no, :again) OR starts_with(x.file_no, :later)) ORDER BY x.id DESC LIMIT 1")
                .param("report", report)
                .param("bank", bank.value())
                .param("again", fileNo + "'")
                .param("later", fileNo + "/")
                .query(Long.class)
                .optional();
    }

    /** Whether a report was made of a result. */
    public boolean isOne(long file) {
        return jdbc.sql("SELECT single AND starts_with(file_no, ?) FROM repayment_file WHERE id = ?").params(NUMBERS, file).query(Boolean.class).single();
    }
}

package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Deductions.Gap;
import io.jinqiao.repayment.deduction.Payments;
import io.jinqiao.repayment.deduction.Payments.Booked;
import io.jinqiao.repayment.deduction.Payments.Deduction;
import io.jinqiao.repayment.deduction.Payments.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What results told was deducted, beside what counts as paid now, instalment by instalment. */
@Repository
public class PaymentStore {
    private static final String PAID = "r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine";
    private static final String OF_A_RESULT = "x.single AND starts_with(x.file_no, '" + ResultRows.NUMBERS + "')";
    private static final String TAKEN = "(SELECT sum(p) FROM unnest(l.paid_fen) p)";
    private static final String SOME = "unnest(:accounts::bigint[], :numbers::integer[]) k(account, instalment) ";
    private static final String DEDUCTIONS = "SELECT a.account_no, l.*, " + TAKEN + "::bigint AS fen, d.run_no, n.deduct_on, b.file AS booked_file, b.accounting_date AS booked_on,"
            + " (SELECT coalesce(sum(t.excess_fen), 0)::bigint FROM repayment_paid_twice t WHERE t.order_no = l.order_no AND t.line_no = l.line_no AND t.settled_by IS NOT NULL) AS settled,"
            + " (SELECT coalesce(sum(t.excess_fen), 0)::bigint FROM repayment_paid_twice t WHERE t.order_no = l.order_no AND t.line_no = l.line_no AND t.confirmed_by IS NOT NULL) AS confirmed,"
            + " (SELECT min(t.type) FROM repayment_paid_twice t WHERE t.order_no = l.order_no AND t.line_no = l.line_no AND t.settled_by IS NULL) AS open_type,"
            + " EXISTS (SELECT 1 FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = a.account_no AND r.bank = a.bank AND r.instalment = l.instalment"
            + " AND r.host_serial = l.host_serial AND r.paid_on >= n.deduct_on AND x.stands AND x.replaced_at IS NOT NULL AND NOT x.single"
            + " AND NOT EXISTS (SELECT 1 FROM repayment_file y JOIN repayment_row c ON c.file = y.id WHERE y.corrects = x.id AND y.stands AND c.account_no = r.account_no AND c.instalment = r.instalment"
            + " AND c.host_serial = r.host_serial AND " + PAID.replace("r.", "c.") + " >= " + PAID + ")) AS forgotten"
            + " FROM " + SOME + "JOIN repayment_account a ON a.id = k.account JOIN repayment_deduction_line l ON l.account = k.account AND l.instalment = k.instalment"
            + " JOIN repayment_deduction d ON d.order_no = l.order_no JOIN repayment_run n ON n.run_no = d.run_no"
            + " LEFT JOIN LATERAL (SELECT r.file, r.accounting_date FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = a.account_no AND r.bank = a.bank"
            + " AND r.instalment = l.instalment AND x.message_id = l.message_id AND x.stands AND " + OF_A_RESULT + " ORDER BY r.file LIMIT 1) b ON true"
            + " WHERE l.accounting_date > a.balance_on AND " + TAKEN + " > 0 ORDER BY l.accounting_date, l.order_no, l.line_no";
    private static final String ROWS = "SELECT k.account, r.instalment, r.file, r.accounting_date, " + PAID + " AS paid, r.host_serial, r.paid_on, CASE WHEN " + OF_A_RESULT
            + " THEN x.message_id END AS result_of FROM " + SOME + "JOIN repayment_account a ON a.id = k.account JOIN repayment_row r ON r.account_no = a.account_no AND r.bank = a.bank"
            + " AND r.instalment = k.instalment JOIN repayment_file x ON x.id = r.file WHERE x.stands AND x.replaced_at IS NULL AND r.accounting_date > a.balance_on ORDER BY r.accounting_date, r.file";
    /** Of what a file tells another payment of, of what it tells otherwise than what was told in its place before, and of its loans all of which a difference is open. */
    private static final String TOUCHED = "SELECT l.account, l.instalment FROM repayment_row r JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank"
            + " JOIN repayment_deduction_line l ON l.account = a.id WHERE r.bank = :bank AND r.file = ANY(:files) AND " + TAKEN + " > 0"
            + " AND CASE WHEN EXISTS (SELECT 1 FROM repayment_paid_twice t WHERE t.order_no = l.order_no AND t.line_no = l.line_no AND t.settled_by IS NULL) THEN true WHEN l.instalment <> r.instalment THEN false"
            + " WHEN r.file = :file THEN r.paid_on IS NOT NULL AND r.host_serial IS DISTINCT FROM l.host_serial ELSE NOT EXISTS (SELECT 1 FROM repayment_row n WHERE n.file = :file AND n.account_no = r.account_no"
            + " AND n.instalment = r.instalment AND n.accounting_date = r.accounting_date AND n.host_serial IS NOT DISTINCT FROM r.host_serial AND " + PAID.replace("r.", "n.") + " = " + PAID + ") END";

    private final JdbcClient jdbc;

    public PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Instalment(long account, int number) {}

    /**
     * A deduction a result told of.
     *
     * @param returned of it taken back by the bank
     * @param settled of it one person said what became of it, and perhaps another confirmed it
     * @param confirmed of it two people said so
     * @param open type of the difference that is open; null: none is
     * @param forgotten the bank told of it in a file which it corrected: when nothing counts of it now, the correction says so
     * @param counted of it as paid
     */
    public record Taken(String accountNo, String runNo, Deduction deduction, long returned, long settled, long confirmed, @Nullable Gap open, boolean forgotten, long counted) {
        private Taken counting(long fen) {
            return new Taken(accountNo, runNo, deduction, returned, settled, confirmed, open, forgotten, fen);
        }

        /** Neither counted nor taken back, and nobody says what became of it. */
        public long missing() {
            return Math.max(0, deduction.fen() - returned - settled - counted);
        }

        /** What of it may be booked: not what its bank told of itself and forgot. */
        public long bookable() {
            return forgotten ? 0 : missing();
        }

        /** The same, until two people have said it. */
        public long unclear() {
            return Math.max(0, deduction.fen() - returned - confirmed - counted);
        }
    }

    /** What was taken of an instalment, and the rows that count of it. */
    public record Standing(List<Taken> taken, List<Row> rows) {
        /** One of our rows is of it, though it may count for nothing since. */
        public boolean isBooked(Taken one) {
            return rows.stream().anyMatch(row -> row.resultOf() != null && one.deduction().isLastOf(row));
        }
    }

    /** Whether anything was ever to be deducted at a bank. */
    public boolean some(PartnerId bank) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_run WHERE bank = ?)").param(bank.value()).query(Boolean.class).single();
    }

    /** Instalments of which something may have changed. @param file that counts now @param corrected in whose place it counts; null: none */
    public List<Instalment> touched(PartnerId bank, long file, @Nullable Long corrected) {
        return jdbc.sql(TOUCHED)
                .param("bank", bank.value())
                .param("file", file)
                .param("files", corrected == null ? new Long[] {file} : new Long[] {file, corrected})
                .query((row, i) -> instalment(row))
                .set()
                .stream()
                .toList();
    }

    /** All those of a loan of which something was deducted. */
    public List<Instalment> of(PartnerId bank, String accountNo) {
        return jdbc.sql("SELECT DISTINCT l.account, l.instalment FROM repayment_deduction_line l JOIN repayment_account a ON a.id = l.account WHERE a.bank = ? AND a.account_no = ?")
                .params(bank.value(), accountNo)
                .query((row, i) -> instalment(row))
                .list();
    }

    /** Those of which nothing was deducted are not in it. */
    public Map<Instalment, Standing> standing(Collection<Instalment> some) {
        Map<Instalment, List<Taken>> lines = new LinkedHashMap<>();
        ask(DEDUCTIONS, some).query(row -> {
            lines.computeIfAbsent(instalment(row), one -> new ArrayList<>()).add(taken(row));
        });
        Map<Instalment, List<Row>> rows = new HashMap<>();
        ask(ROWS, lines.keySet()).query(row -> {
            rows.computeIfAbsent(instalment(row), one -> new ArrayList<>()).add(row(row));
        });
        Map<Instalment, Standing> standing = new LinkedHashMap<>();
        lines.forEach((one, taken) -> standing.put(one, standing(taken, rows.getOrDefault(one, List.of()))));
        return standing;
    }

    private static Standing standing(List<Taken> lines, List<Row> rows) {
        Map<Deduction, Long> counted = Payments.counted(rows, lines.stream().map(Taken::deduction).toList());
        return new Standing(lines.stream().map(one -> one.counting(counted.get(one.deduction()))).toList(), rows);
    }

    private JdbcClient.StatementSpec ask(String sql, Collection<Instalment> some) {
        List<Instalment> list = Set.copyOf(some).stream().toList();
        return jdbc.sql(sql)
                .param("accounts", list.stream().map(Instalment::account).toArray(Long[]::new))
                .param("numbers", list.stream().map(Instalment::number).toArray(Integer[]::new));
    }

    private static Instalment instalment(ResultSet row) throws SQLException {
        return new Instalment(row.getLong("account"), row.getInt("instalment"));
    }

    private static Taken taken(ResultSet row) throws SQLException {
        boolean forgotten = row.getBoolean("forgotten");
        // what a bank forgot is not among what it tells later, though it was booked here once
        LocalDate bookedOn = forgotten ? null : row.getObject("booked_on", LocalDate.class);
        Deduction deduction = new Deduction(
                row.getString("order_no"), row.getInt("line_no"), row.getString("message_id"), row.getLong("fen"), row.getString("host_serial"), row.getObject("deduct_on", LocalDate.class),
                row.getObject("accounting_date", LocalDate.class), bookedOn == null ? null : new Booked(row.getLong("booked_file"), bookedOn));
        String open = row.getString("open_type");
        return new Taken(
                row.getString("account_no"), row.getString("run_no"), deduction, row.getLong("returned_fen"), row.getLong("settled"), row.getLong("confirmed"),
                open == null ? null : Words.parse(open, Gap.class), forgotten, 0);
    }

    private static Row row(ResultSet row) throws SQLException {
        String serial = row.getString("host_serial");
        return new Row(
                row.getLong("file"), row.getObject("accounting_date", LocalDate.class), row.getLong("paid"), serial == null || serial.isBlank() ? null : serial, row.getObject("paid_on", LocalDate.class),
                row.getString("result_of"));
    }

    /**
     * A row that was corrected, and the one that is told in its place.
     *
     * @param now of the same instalment; null: the correction tells of another
     */
    public record Corrected(Instalment instalment, Row before, @Nullable Row now) {
        /** By how much less was paid. */
        public long less() {
            return Math.max(0, before.paid() - (now == null ? 0 : now.paid()));
        }
    }

    /** @param file our number of the report that corrects @param corrected of what it takes the place of */
    public List<Corrected> corrected(long file, long corrected) {
        String sql = "SELECT a.id AS account, r.*, " + PAID + " AS paid, CASE WHEN " + OF_A_RESULT + " THEN x.message_id END AS result_of FROM repayment_row r JOIN repayment_file x ON x.id = r.file"
                + " JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank WHERE r.file = :of AND r.account_no IN (SELECT n.account_no FROM repayment_row n WHERE n.file = :file)";
        Map<Instalment, List<Row>> now = new HashMap<>();
        jdbc.sql(sql).param("of", file).param("file", file).query(row -> {
            now.computeIfAbsent(instalment(row), one -> new ArrayList<>()).add(row(row));
        });
        List<Corrected> rows = new ArrayList<>();
        jdbc.sql(sql).param("of", corrected).param("file", file).query(row -> {
            Instalment one = instalment(row);
            Row before = row(row);
            List<Row> same = now.getOrDefault(one, List.of());
            rows.add(new Corrected(one, before, same.stream().filter(told -> told.day().equals(before.day())).findFirst().orElse(same.size() == 1 ? same.get(0) : null)));
        });
        return rows;
    }
}

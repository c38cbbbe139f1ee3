package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that were made of results of deductions, on what the ledger knew then. */
@Repository
public class ResultRows {
    /** What the numbers of reports begin with that are made of results. */
    public static final String NUMBERS = "KK";

    private static final String OTHERWISE = " AND NOT EXISTS (SELECT 1 FROM repayment_row s WHERE s.file = :file AND s.account_no = r.account_no AND s.instalment = r.instalment"
            + " AND s.accounting_date = r.accounting_date AND s.balance = r.balance"
            + " AND s.paid_principal + s.paid_overdue_principal = r.paid_principal + r.paid_overdue_principal"
            + " AND s.paid_interest + s.paid_overdue_interest + s.paid_penalty + s.paid_fine = r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine)";
    private static final String OVERTAKEN = "SELECT x.id, x.file_no, x.message_id, x.accounting_date, r.account_no, r.instalment FROM repayment_file x JOIN repayment_row r ON r.file = x.id"
            + " JOIN LATERAL (SELECT min(s.accounting_date) AS day FROM repayment_row s WHERE s.file = :file AND s.account_no = r.account_no) s ON s.day <= r.accounting_date"
            + " WHERE x.bank = :bank AND x.single AND x.stands AND x.replaced_at IS NULL AND starts_with(x.file_no, :results) AND x.accounting_date >= :first" + OTHERWISE
            + " ORDER BY x.accounting_date, x.id, r.line";

    private final JdbcClient jdbc;
    private final FileStore files;

    public ResultRows(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @param file our number of the report that was made of the result @param messageId of the result @param day accounting date it was told of */
    public record Made(long file, String fileNo, String messageId, LocalDate day, String accountNo, int instalment) {}

    /**
     * Those of loans this file tells of, of its days and of later ones, as they were made without knowing of it.
     *
     * @param first the earliest accounting date of a row of the file
     */
    public List<Made> overtaken(PartnerId bank, long file, LocalDate first) {
        boolean some = jdbc.sql("SELECT EXISTS (SELECT 1 FROM repayment_file WHERE bank = ? AND accounting_date >= ? AND single AND stands AND replaced_at IS NULL AND starts_with(file_no, ?))")
                .params(bank.value(), first, NUMBERS)
                .query(Boolean.class)
                .single();
        return !some ? List.of() : jdbc.sql(OVERTAKEN)
                .param("bank", bank.value())
                .param("file", file)
                .param("results", NUMBERS)
                .param("first", first)
                .query((row, i) -> new Made(
                        row.getLong("id"), row.getString("file_no"), row.getString("message_id"), row.getObject("accounting_date", LocalDate.class), row.getString("account_no"),
                        row.getInt("instalment")))
                .list();
    }

    /** They do not count any more; the others of the same report go on under another number. @param made of one report */
    public void takeOut(PartnerId bank, List<Made> made, Instant at) {
        Made one = made.get(0);
        String[] accountNos = made.stream().map(Made::accountNo).distinct().toArray(String[]::new);
        files.replace(one.file(), at);
        files.reopen(bank, one.day(), List.of(one.file()), at);
        long next = files.next();
        String columns = LedgerRow.COLUMNS.substring("file, ".length());
        int others = jdbc.sql("INSERT INTO repayment_row (file, " + columns + ") SELECT :next, " + columns + " FROM repayment_row WHERE file = :file AND NOT account_no = ANY(:accounts)")
                .param("next", next)
                .param("file", one.file())
                .param("accounts", accountNos)
                .update();
        if (others > 0) {
            files.insert(
                    new FileStore.Told(next, bank, FileStore.next(one.fileNo(), next), true, one.fileNo(), one.messageId(), one.day(), one.day(), null, others, 0, true), at);
        }
    }
}

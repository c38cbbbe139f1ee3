package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What collection asks the ledger: by all that is known, whatever the clock says, so that a clock set back forgets nothing. */
@Repository
public class WatchStore {
    /** Of files and reports that were replaced. What was made of a result is no claim of the bank: it is taken out and booked again, or known from elsewhere. */
    private static final String OF_A_RESULT = "x.single AND starts_with(x.file_no, '" + ResultRows.NUMBERS + "')";
    /** Rows of the bank itself that count, of loan {@code a}. What was made of a result tells of one deduction alone. */
    private static final String BANKS_ROW = "SELECT 1 FROM repayment_row t JOIN repayment_file x ON x.id = t.file WHERE t.account_no = a.account_no AND t.bank = a.bank AND x.stands AND x.replaced_at IS NULL AND NOT ("
            + OF_A_RESULT + ")";
    /** When a row of loan {@code a} that tells of a payment went back, nothing of its day or a later one being told since. */
    private static final String SENT_BACK = "(SELECT max(s.sent_back_at) FROM repayment_sent_back s WHERE s.account_no = a.account_no AND s.bank = a.bank AND s.accounting_date > a.balance_on"
            + " AND NOT EXISTS (" + BANKS_ROW + " AND t.accounting_date >= s.accounting_date AND t.file > s.file))";
    private static final String TOLD_BY_THE_BANK = "x.stands AND x.replaced_at IS NOT NULL AND NOT (" + OF_A_RESULT + ")";

    /** When a correction left out what the bank told of loan {@code a} last. */
    private static final String LEFT_OUT = "(SELECT max(x.replaced_at) FROM repayment_row r JOIN repayment_file x ON x.id = r.file WHERE r.account_no = a.account_no AND r.bank = a.bank AND " + TOLD_BY_THE_BANK
            + " AND r.accounting_date > a.balance_on AND NOT EXISTS (" + BANKS_ROW.replace("x.", "y.").replace("repayment_file x", "repayment_file y") + " AND t.accounting_date >= r.accounting_date))";

    private final JdbcClient jdbc;

    public WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param day accounting date of its latest file; of its latest report, when it sends no files
     * @param files how many files and reports counted until now, those that were replaced since too
     */
    public record Told(LocalDate day, long files) {}

    /**
     * A loan that is overdue or being collected; one that ended owes nothing, whatever was told until then.
     *
     * @param day until which it is known: that of the bank's latest file, or of a later report about this very loan
     * @param matured day of the last instalment
     * @param leftOutAt when a correction left out, or a file had sent back, what was told of it last; null: nothing is missing
     */
    public record Watched(
            long account,
            String accountNo,
            @Nullable String applicationNo,
            LocalDate day,
            int overdue,
            @Nullable LocalDate oldestDue,
            Money owed,
            Money balance,
            LocalDate matured,
            @Nullable Instant leftOutAt) {}

    /**
     * What a loan's instalments had come to by the end of a day, by everything told since.
     *
     * @param paid of all instalments
     * @param owed of those that were overdue
     * @param known each of those was told of since
     */
    public record ByDay(Money paid, Money owed, boolean known) {}

    /** @param paidOn day of the last payment */
    public record Cure(Set<String> sources, @Nullable LocalDate paidOn) {}

    /** The banks of which loans are open. */
    public List<PartnerId> banks() {
        return jdbc.sql("SELECT DISTINCT bank FROM repayment_account ORDER BY bank").query((row, i) -> new PartnerId(row.getString(1))).list();
    }

    /** How far a bank told; empty before its first file or report. A report tells of one loan, so it moves the day of a bank only that sends no files. */
    public Optional<Told> told(PartnerId bank) {
        return jdbc.sql("SELECT * FROM (SELECT coalesce(max(accounting_date) FILTER (WHERE NOT single), max(accounting_date)) AS day,"
                        + " count(*) AS files FROM repayment_file WHERE bank = ? AND stands) t WHERE day IS NOT NULL")
                .param(bank.value())
                .query((row, i) -> new Told(row.getObject("day", LocalDate.class), row.getLong("files")))
                .optional();
    }

    /** Notes a round. @return false when the last one knew the same */
    public boolean begin(PartnerId bank, Told told, LocalDate today) {
        return jdbc.sql("INSERT INTO repayment_round AS r (bank, day, files, today) VALUES (?, ?, ?, ?) ON CONFLICT (bank) DO UPDATE"
                                + " SET day = excluded.day, files = excluded.files, today = excluded.today"
                                + " WHERE (r.day, r.files, r.today) IS DISTINCT FROM (excluded.day, excluded.files, excluded.today)")
                        .params(bank.value(), told.day(), told.files(), today)
                        .update()
                == 1;
    }

    /** Each as of the day until which it is known; those of which nothing counts any more too, when they are being collected. @param day of the bank */
    public List<Watched> watched(PartnerId bank, LocalDate day) {
        String rows = "SELECT max(r.accounting_date) FROM repayment_row r JOIN repayment_file x ON x.id = r.file"
                + " WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL AND r.accounting_date > ";
        return jdbc.sql("WITH days AS (SELECT :day::date AS day UNION SELECT accounting_date FROM repayment_file WHERE bank = :bank AND stands AND replaced_at IS NULL AND accounting_date > :day),"
                        + " told AS (SELECT d.day, l.* FROM days d CROSS JOIN LATERAL repayment_loans_at(:bank, d.day, 'infinity') l)"
                        + " SELECT a.id, a.account_no, a.application_no, coalesce(l.day, :day) AS day, CASE WHEN a.ended_on IS NULL THEN coalesce(l.overdue, 0) ELSE 0 END AS overdue,"
                        + " CASE WHEN a.ended_on IS NULL THEN l.oldest_due END AS oldest_due, CASE WHEN a.ended_on IS NULL THEN coalesce(l.owed_fen, 0) ELSE 0 END AS owed_fen,"
                        + " CASE WHEN a.ended_on IS NULL THEN coalesce(l.balance, a.balance_fen) ELSE 0 END AS balance,"
                        + " repayment_due_on(a.first_due, a.disbursed_on, a.instalments) AS matured,"
                        + " greatest(" + LEFT_OUT + ", " + SENT_BACK + ") AS left_out_at"
                        + " FROM repayment_account a LEFT JOIN told l ON l.account = a.id WHERE a.bank = :bank"
                        + " AND (l.overdue > 0 AND a.ended_on IS NULL OR EXISTS (SELECT 1 FROM repayment_case c WHERE c.account = a.id AND c.closed_on IS NULL))"
                        + " AND (l.day IS NULL OR l.day = coalesce((" + rows + ":day), :day))"
                        + " ORDER BY a.id")
                .param("bank", bank.value())
                .param("day", day)
                .query((row, i) -> new Watched(
                        row.getLong("id"), row.getString("account_no"), row.getString("application_no"), row.getObject("day", LocalDate.class), row.getInt("overdue"),
                        row.getObject("oldest_due", LocalDate.class), new Money(row.getLong("owed_fen")), new Money(row.getLong("balance")),
                        row.getObject("matured", LocalDate.class), row.getTimestamp("left_out_at") == null ? null : row.getTimestamp("left_out_at").toInstant()))
                .list();
    }

    /** Of which of these loans a correction left out, or a file had sent back, what was told last, and when. */
    public Map<Long, Instant> leftOut(Collection<Long> accounts) {
        return jdbc.sql("SELECT a.id, greatest(" + LEFT_OUT + ", " + SENT_BACK + ") AS at FROM repayment_account a WHERE a.id = ANY(?) AND greatest(" + LEFT_OUT + ", " + SENT_BACK + ") IS NOT NULL")
                .param(accounts.toArray(Long[]::new))
                .query((row, i) -> Map.entry(row.getLong("id"), row.getTimestamp("at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Accounting date of the bank's latest file; empty: it sends none. */
    public Optional<LocalDate> latestFile(PartnerId bank) {
        return jdbc.sql("SELECT max(accounting_date) AS day FROM repayment_file WHERE bank = ? AND stands AND NOT single HAVING max(accounting_date) IS NOT NULL").param(bank.value()).query(LocalDate.class).optional();
    }

    /** Which of these fell due by a day and were not told of after it by their bank. */
    public Set<Instalment> dueUntil(Collection<Instalment> some, LocalDate day) {
        return new HashSet<>(jdbc.sql("SELECT k.account, k.instalment FROM unnest(:accounts::bigint[], :numbers::integer[]) k(account, instalment) JOIN repayment_account a ON a.id = k.account"
                        + " WHERE repayment_due_on(a.first_due, a.disbursed_on, k.instalment) <= :day AND NOT EXISTS (" + BANKS_ROW + " AND t.instalment = k.instalment AND t.accounting_date > :day)")
                .param("accounts", some.stream().map(Instalment::account).toArray(Long[]::new))
                .param("numbers", some.stream().map(Instalment::number).toArray(Integer[]::new))
                .param("day", day)
                .query((row, n) -> new Instalment(row.getLong("account"), row.getInt("instalment")))
                .list());
    }

    /** Since when a loan is overdue by what was told until the end of a day; empty when it is not. */
    public Optional<LocalDate> oldestDue(long account, LocalDate day) {
        return jdbc.sql("SELECT min(due_on) AS due FROM repayment_instalments(?, 'infinity') WHERE account = ? AND overdue HAVING min(due_on) IS NOT NULL")
                .params(day, account)
                .query(LocalDate.class)
                .optional();
    }

    /** Who paid the instalments that were late since a day. */
    public Cure cure(long account, LocalDate since, LocalDate day) {
        Set<String> sources = new HashSet<>();
        LocalDate[] last = new LocalDate[1];
        jdbc.sql("SELECT source, paid_on FROM repayment_instalments(?, 'infinity') WHERE account = ? AND due_on >= ? AND late AND owed_fen = 0 ORDER BY paid_on")
                .params(day, account, since)
                .query(row -> {
                    Integer source = row.getObject("source", Integer.class);
                    sources.add(source == null ? "unknown" : Words.of(PaymentSource.values()[source]));
                    last[0] = row.getObject("paid_on", LocalDate.class);
                });
        return new Cure(sources, last[0]);
    }

    /** A row of a later day says what had been paid by then when its last payment was not later: a file that is missing does not undo what the next one tells. */
    public ByDay by(long account, LocalDate day) {
        String paid = "r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine";
        String owed = "r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine";
        return jdbc.sql("SELECT coalesce(sum(t.paid), 0) AS paid, coalesce(sum(t.owed) FILTER (WHERE t.overdue), 0) AS owed, coalesce(bool_and(coalesce(t.last >= :day, false)) FILTER (WHERE t.overdue), false) AS known"
                        + " FROM (SELECT DISTINCT ON (r.instalment) r.*, r.owed > 0 AND r.due_on < :day AND NOT r.ended AS overdue FROM (SELECT r.instalment, r.due_on, r.accounting_date, r.paid_on, r.file, "
                        + paid + " AS paid, " + owed + " AS owed, max(r.accounting_date) FILTER (WHERE NOT (" + OF_A_RESULT + ")) OVER (PARTITION BY r.instalment) AS last, coalesce(a.ended_on <= :day, false) AS ended"
                        + " FROM repayment_account a JOIN repayment_row r ON r.account_no = a.account_no AND r.bank = a.bank JOIN repayment_file x ON x.id = r.file"
                        + " WHERE a.id = :account AND r.accounting_date > a.balance_on AND x.stands AND x.replaced_at IS NULL) r WHERE r.accounting_date <= :day OR r.paid_on <= :day"
                        + " ORDER BY r.instalment, r.accounting_date DESC, r.file DESC) t")
                .param("account", account)
                .param("day", day)
                .query((row, i) -> new ByDay(new Money(row.getLong("paid")), new Money(row.getLong("owed")), row.getBoolean("known")))
                .single();
    }

    /**
     * Whether the bank's file of a day is here, or one that tells of days before and after it.
     *
     * @param file accounting date of the file that is to tell of the day; null: none is agreed, so any later one does, or whatever is told by a bank without files
     */
    public boolean isTold(PartnerId bank, LocalDate day, @Nullable LocalDate file) {
        String sql = file == null
                ? "SELECT coalesce(coalesce(max(accounting_date) FILTER (WHERE NOT single), max(accounting_date)) >= ?, false) FROM repayment_file WHERE bank = ? AND stands"
                : "SELECT coalesce(bool_or(accounting_date = ? OR first_day <= ? AND accounting_date >= ?), false) FROM repayment_file WHERE NOT single AND bank = ? AND stands";
        JdbcClient.StatementSpec asked = jdbc.sql(sql);
        return (file == null ? asked.params(day, bank.value()) : asked.params(file, day, day, bank.value())).query(Boolean.class).single();
    }
}

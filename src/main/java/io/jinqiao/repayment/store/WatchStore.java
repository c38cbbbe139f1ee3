package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What collection asks the ledger: by all that is known, whatever the clock says, so that a clock set back forgets nothing. */
@Repository
public class WatchStore {
    private final JdbcClient jdbc;

    public WatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param file our highest number of what the bank told */
    public record Told(LocalDate day, long file) {}

    /** A loan that is overdue or being collected; one that ended owes nothing, whatever was told until then. @param matured day of the last instalment */
    public record Watched(
            long account, String accountNo, @Nullable String applicationNo, int overdue, @Nullable LocalDate oldestDue, Money owed, Money balance, LocalDate matured) {}

    /** @param paidOn day of the last payment */
    public record Cure(Set<String> sources, @Nullable LocalDate paidOn) {}

    /** The banks of which loans are open. */
    public List<PartnerId> banks() {
        return jdbc.sql("SELECT DISTINCT bank FROM repayment_account ORDER BY bank").query((row, i) -> new PartnerId(row.getString(1))).list();
    }

    /** How far a bank told; empty before its first file or report. */
    public Optional<Told> told(PartnerId bank) {
        return jdbc.sql("SELECT * FROM (SELECT max(accounting_date) FILTER (WHERE replaced_at IS NULL) AS day, max(id) AS file FROM repayment_file"
                        + " WHERE bank = ? AND stands) t WHERE day IS NOT NULL")
                .param(bank.value())
                .query((row, i) -> new Told(row.getObject("day", LocalDate.class), row.getLong("file")))
                .optional();
    }

    /** Notes a round. @return false when the last one knew the same */
    public boolean begin(PartnerId bank, Told told, LocalDate today) {
        return jdbc.sql("INSERT INTO repayment_round AS r (bank, day, file, today) VALUES (?, ?, ?, ?) ON CONFLICT (bank) DO UPDATE"
                                + " SET day = excluded.day, file = excluded.file, today = excluded.today"
                                + " WHERE (r.day, r.file, r.today) IS DISTINCT FROM (excluded.day, excluded.file, excluded.today)")
                        .params(bank.value(), told.day(), told.file(), today)
                        .update()
                == 1;
    }

    public List<Watched> watched(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT a.id, a.account_no, a.application_no, CASE WHEN a.ended_on IS NULL THEN l.overdue ELSE 0 END AS overdue,"
                        + " CASE WHEN a.ended_on IS NULL THEN l.oldest_due END AS oldest_due, CASE WHEN a.ended_on IS NULL THEN l.owed_fen ELSE 0 END AS owed_fen,"
                        + " CASE WHEN a.ended_on IS NULL THEN l.balance ELSE 0 END AS balance,"
                        + " repayment_due_on(a.first_due, a.disbursed_on, a.instalments) AS matured"
                        + " FROM repayment_loans_at(?, ?, 'infinity') l JOIN repayment_account a ON a.id = l.account"
                        + " WHERE (l.overdue > 0 AND a.ended_on IS NULL OR EXISTS (SELECT 1 FROM repayment_case c WHERE c.account = a.id AND c.closed_on IS NULL))"
                        + " ORDER BY a.id")
                .params(bank.value(), day)
                .query((row, i) -> new Watched(
                        row.getLong("id"), row.getString("account_no"), row.getString("application_no"), row.getInt("overdue"),
                        row.getObject("oldest_due", LocalDate.class), new Money(row.getLong("owed_fen")), new Money(row.getLong("balance")),
                        row.getObject("matured", LocalDate.class)))
                .list();
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

    /** Everything paid of a loan until the end of a day. */
    public long paid(long account, LocalDate day) {
        return sum("SELECT coalesce(sum(paid_fen), 0) FROM repayment_instalments(?, 'infinity') WHERE account = ?", account, day);
    }

    /** What was overdue of a loan at the end of a day. */
    public long owed(long account, LocalDate day) {
        return sum("SELECT coalesce(sum(owed_fen) FILTER (WHERE overdue), 0) FROM repayment_instalments(?, 'infinity') WHERE account = ?", account, day);
    }

    /**
     * Whether the bank told all there is of a loan until the end of a day: its file of that day is here, or something later of this very loan. A report of
     * another loan says nothing of it, unless the bank sends no files.
     */
    public boolean reaches(PartnerId bank, long account, LocalDate day) {
        return jdbc.sql("SELECT coalesce((SELECT coalesce(max(accounting_date) FILTER (WHERE NOT single), max(accounting_date)) >= :day FROM repayment_file"
                        + " WHERE bank = :bank AND stands), false) OR EXISTS (SELECT 1 FROM repayment_account a JOIN repayment_row r ON r.account_no = a.account_no AND r.bank = a.bank"
                        + " JOIN repayment_file x ON x.id = r.file WHERE a.id = :account AND r.accounting_date >= :day AND x.stands AND x.replaced_at IS NULL)")
                .param("day", day)
                .param("bank", bank.value())
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private long sum(String sql, long account, LocalDate day) {
        return jdbc.sql(sql).params(day, account).query(Long.class).single();
    }
}

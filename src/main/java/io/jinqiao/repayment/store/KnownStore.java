package io.jinqiao.repayment.store;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.store.WatchStore.Told;
import io.jinqiao.repayment.warning.Known;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of every loan of a bank, for early warning. */
@Repository
public class KnownStore {
    /** Instalments and months nobody looks further back than; the months of a pledge are looked at from its first. */
    private static final int BACK = 6;

    private static final int MONTHS_BACK = 24;
    private static final int AT_ONCE = 500;
    private static final String COUNTS = "x.stands AND x.replaced_at IS NULL";
    private static final String PAID = "SELECT account, array_agg(instalment::integer ORDER BY instalment DESC) AS numbers, array_agg(due_on::text ORDER BY instalment DESC) AS due,"
            + " array_agg(paid_on::text ORDER BY instalment DESC) AS paid, array_agg(paid_fen ORDER BY instalment DESC) AS fen,"
            + " array_agg(coalesce(source, -1)::integer ORDER BY instalment DESC) AS sources, array_agg(coalesce(before, '') ORDER BY instalment DESC) AS before"
            + " FROM (SELECT i.*, b.before, row_number() OVER (PARTITION BY i.account ORDER BY i.instalment DESC) AS back FROM repayment_instalments_at(:bank, :day, 'infinity') i"
            + " LEFT JOIN (SELECT a.id, r.instalment, string_agg(DISTINCT r.result::text, ' ') AS before FROM repayment_row r JOIN repayment_file x ON x.id = r.file"
            + " JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank WHERE a.bank = :bank AND x.bank = :bank AND r.result <> 0"
            + " AND r.accounting_date >= r.due_on AND r.accounting_date <= :day AND r.accounting_date > :day::date - 400 AND " + COUNTS
            + " GROUP BY a.id, r.instalment) b ON b.id = i.account AND b.instalment = i.instalment"
            + " WHERE i.owed_fen = 0 AND i.paid_on IS NOT NULL) p WHERE back <= " + BACK + " GROUP BY account";
    private static final String MONTHS = "SELECT account, array_agg(month::text || contributed ORDER BY month DESC) AS months, (array_agg(contributor ORDER BY month DESC))[1] AS contributor,"
            + " (array_agg(balance_fen ORDER BY month DESC))[1] AS fund_balance FROM (SELECT DISTINCT ON (c.account, c.month) c.* FROM repayment_contribution c"
            + " JOIN repayment_account a ON a.id = c.account WHERE a.bank = :bank AND c.month > a.disbursed_on AND (c.month > :day::date - 31 * " + MONTHS_BACK
            + " OR EXISTS (SELECT 1 FROM repayment_pledge g WHERE g.account = c.account AND c.month BETWEEN g.from_month AND g.until_month)) ORDER BY c.account, c.month, c.told_at DESC) c GROUP BY account";
    private static final String PLEDGES = "SELECT account, array_agg(concat_ws('|', from_month, until_month, tolerated, pledge_no) ORDER BY pledge_no) AS pledges FROM repayment_pledge"
            + " WHERE bank = :bank GROUP BY account";
    private static final String MANDATES = "SELECT account, array_agg(concat_ws('|', from_on, coalesce(least(until, ended_on - 1)::text, '-'), mandate_no)) AS mandates FROM repayment_mandate"
            + " WHERE bank = :bank GROUP BY account";

    private static final String LOANS = "SELECT o.id AS loan, coalesce(l.overdue, 0) AS overdue, coalesce(l.balance, o.balance_fen) AS loan_balance, p.*, m.*, g.pledges, d.mandates"
            + " FROM repayment_account o LEFT JOIN repayment_loans_at(:bank, :day, 'infinity') l ON l.account = o.id"
            + " LEFT JOIN (" + PAID + ") p ON p.account = o.id LEFT JOIN (" + MONTHS + ") m ON m.account = o.id"
            + " LEFT JOIN (" + PLEDGES + ") g ON g.account = o.id LEFT JOIN (" + MANDATES + ") d ON d.account = o.id WHERE o.bank = :bank"
            + " AND o.ended_on IS NULL";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streamed;
    private final WorkingCalendar calendar;

    public KnownStore(JdbcClient jdbc, DataSource source, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        JdbcTemplate some = new JdbcTemplate(source);
        some.setFetchSize(AT_ONCE);
        this.streamed = new NamedParameterJdbcTemplate(some);
    }

    /** @param overdue instalments @param balance principal owed of the whole loan */
    public record Loan(long account, int overdue, Money balance, Known known) {}

    /** When contributions or pledges of a bank's loans were told last. */
    public Instant toldLast(PartnerId bank) {
        return jdbc.sql("SELECT greatest((SELECT max(c.told_at) FROM repayment_contribution c JOIN repayment_account a ON a.id = c.account WHERE a.bank = :bank),"
                        + " (SELECT max(registered_at) FROM repayment_pledge WHERE bank = :bank), (SELECT max(registered_at) FROM repayment_mandate WHERE bank = :bank), 'epoch')")
                .param("bank", bank.value())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** Notes a look. @return false when the last one knew the same */
    public boolean begin(PartnerId bank, Told told, Instant last, LocalDate today) {
        return jdbc.sql("INSERT INTO repayment_look AS r (bank, day, files, told, today) VALUES (?, ?, ?, ?, ?) ON CONFLICT (bank) DO UPDATE"
                                + " SET day = excluded.day, files = excluded.files, told = excluded.told, today = excluded.today"
                                + " WHERE (r.day, r.files, r.told, r.today) IS DISTINCT FROM (excluded.day, excluded.files, excluded.told, excluded.today)")
                        .params(bank.value(), told.day(), told.files(), FileStore.time(last), today)
                        .update()
                == 1;
    }

    /** Every loan at the end of a day, one after the other: those nothing was told of yet too. By all that is known, whatever the clock says. */
    public void each(PartnerId bank, LocalDate day, Consumer<Loan> seen) {
        Map<String, Object> asked = Map.of("bank", bank.value(), "day", day);
        streamed.query(LOANS, asked, row -> {
            seen.accept(new Loan(row.getLong("loan"), row.getInt("overdue"), new Money(row.getLong("loan_balance")), known(row, day)));
        });
    }

    private Known known(ResultSet row, LocalDate day) throws SQLException {
        String contributor = row.getString("contributor");
        Long balance = row.getObject("fund_balance", Long.class);
        List<Known.Month> months = texts(row.getArray("months")).stream()
                .map(text -> new Known.Month(YearMonth.from(LocalDate.parse(text.substring(0, 10))), text.endsWith("true")))
                .toList();
        return new Known(
                day, contributor == null ? null : Words.parse(contributor, Contributor.class), months, balance == null ? null : new Money(balance),
                texts(row.getArray("pledges")).stream().map(KnownStore::pledge).toList(), texts(row.getArray("mandates")).stream().map(KnownStore::mandate).toList(), paid(row));
    }

    private static Known.Pledge pledge(String text) {
        String[] parts = text.split("\\|", 4);
        return new Known.Pledge(parts[3], YearMonth.from(LocalDate.parse(parts[0])), YearMonth.from(LocalDate.parse(parts[1])), Integer.parseInt(parts[2]));
    }

    private static Known.Mandate mandate(String text) {
        String[] parts = text.split("\\|", 3);
        return new Known.Mandate(parts[2], LocalDate.parse(parts[0]), parts[1].equals("-") ? null : LocalDate.parse(parts[1]));
    }

    private List<Known.Paid> paid(ResultSet row) throws SQLException {
        if (row.getArray("numbers") == null) {
            return List.of();
        }
        Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
        String[] due = (String[]) row.getArray("due").getArray();
        String[] paid = (String[]) row.getArray("paid").getArray();
        Long[] fen = (Long[]) row.getArray("fen").getArray();
        Integer[] sources = (Integer[]) row.getArray("sources").getArray();
        String[] before = (String[]) row.getArray("before").getArray();
        List<Known.Paid> all = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            LocalDate dueOn = LocalDate.parse(due[i]);
            all.add(new Known.Paid(
                    numbers[i], dueOn, calendar.workedOnOrAfter(dueOn), LocalDate.parse(paid[i]), new Money(fen[i]), sources[i] < 0 ? null : PaymentSource.values()[sources[i]],
                    results(before[i])));
        }
        return all;
    }

    private static Set<DeductionOutcome> results(String numbers) {
        Set<DeductionOutcome> all = new HashSet<>();
        for (String number : numbers.isEmpty() ? new String[0] : numbers.split(" ")) {
            all.add(DeductionOutcome.values()[Integer.parseInt(number)]);
        }
        return all;
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}

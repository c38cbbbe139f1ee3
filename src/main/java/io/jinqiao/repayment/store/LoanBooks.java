package io.jinqiao.repayment.store;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.Repricing;
import io.jinqiao.repayment.model.LoanBook;
import io.jinqiao.repayment.model.LoanBook.Told;
import io.jinqiao.repayment.model.Terms;
import io.jinqiao.repayment.rules.PublishedRates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What counts of each loan, as it is known now. */
@Repository
public class LoanBooks {
    private static final String LOANS = "SELECT * FROM repayment_account WHERE bank = ? AND account_no = ANY (string_to_array(?, E'\\n'))";
    private static final String ROWS = "SELECT DISTINCT ON (a.account_no, r.instalment) r.* FROM repayment_account a JOIN repayment_row r ON r.account_no = a.account_no AND r.bank = a.bank"
            + " JOIN repayment_file x ON x.id = r.file WHERE a.bank = ? AND a.account_no = ANY (string_to_array(?, E'\\n')) AND r.accounting_date > a.balance_on AND x.stands"
            + " AND x.replaced_at IS NULL ORDER BY a.account_no, r.instalment, r.accounting_date DESC, r.file DESC";

    private final JdbcClient jdbc;
    private final PublishedRates rates;

    public LoanBooks(JdbcClient jdbc, PublishedRates rates) {
        this.jdbc = jdbc;
        this.rates = rates;
    }

    /** By account number; a loan the bank does not keep is not in it. */
    public Map<String, LoanBook> of(PartnerId bank, Collection<String> accountNos) {
        String some = accountNos.stream().distinct().collect(Collectors.joining("\n"));
        Map<String, SortedMap<Integer, Told>> told = new HashMap<>();
        jdbc.sql(ROWS).params(bank.value(), some).query(row -> {
            told.computeIfAbsent(row.getString("account_no"), no -> new TreeMap<>()).put(row.getInt("instalment"), told(row));
        });
        List<LoanBook> loans = jdbc.sql(LOANS)
                .params(bank.value(), some)
                .query((row, i) -> loan(row, told.getOrDefault(row.getString("account_no"), new TreeMap<>())))
                .list();
        return loans.stream().collect(Collectors.toMap(LoanBook::accountNo, loan -> loan));
    }

    private LoanBook loan(ResultSet row, SortedMap<Integer, Told> told) throws SQLException {
        Terms terms = terms(row);
        return new LoanBook(
                row.getLong("id"), row.getString("account_no"), terms, rates.changes(terms), row.getObject("balance_on", LocalDate.class), money(row, "balance_fen"),
                row.getObject("ended_on", LocalDate.class), told);
    }

    static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                money(row, "amount_fen"), row.getInt("months"), AnnualRate.parse(row.getBigDecimal("annual_rate").stripTrailingZeros().toPlainString()),
                Words.parse(row.getString("method"), RepaymentMethod.class), row.getObject("disbursed_on", LocalDate.class), row.getObject("first_due", LocalDate.class),
                new Repricing(Words.parse(row.getString("repricing_day"), Repricing.Day.class), Words.parse(row.getString("straddling"), Repricing.Straddling.class)));
    }

    private static Told told(ResultSet row) throws SQLException {
        Integer number = row.getObject("source", Integer.class);
        PaymentSource source = number == null ? null : PaymentSource.values()[number];
        LocalDate day = row.getObject("accounting_date", LocalDate.class);
        boolean ahead = source == PaymentSource.PREPAYMENT && day.isBefore(row.getObject("due_on", LocalDate.class));
        return new Told(day, parts(row, "paid_"), parts(row, "unpaid_"), money(row, "balance"), row.getObject("paid_on", LocalDate.class), source, ahead);
    }

    private static InstalmentParts parts(ResultSet row, String of) throws SQLException {
        return new InstalmentParts(
                money(row, of + "principal"), money(row, of + "overdue_principal"), money(row, of + "interest"), money(row, of + "overdue_interest"), money(row, of + "penalty"),
                money(row, of + "fine"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }
}

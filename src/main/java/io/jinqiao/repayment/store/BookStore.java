package io.jinqiao.repayment.store;

import io.jinqiao.message.InstalmentParts;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.repayment.reconciliation.Books;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the ledger has of an accounting date, as items. */
@Repository
public class BookStore {
    private static final String COUNTS = " JOIN repayment_file x ON x.id = r.file WHERE x.stands AND x.replaced_at IS NULL";

    private final JdbcClient jdbc;

    public BookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Books.Item> ours(PartnerId bank, LocalDate day) {
        return Stream.of(disbursements(bank, day), returns(bank, day), receipts(bank, day), balances(bank, day)).flatMap(List::stream).toList();
    }

    private List<Books.Item> disbursements(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT account_no, amount_fen FROM repayment_account WHERE bank = ? AND disbursed_on = ?")
                .params(bank.value(), day)
                .query((row, i) -> new Books.Item(Kind.DISBURSEMENT, row.getString(1), row.getString(1), new Money(row.getLong(2)), null))
                .list();
    }

    private List<Books.Item> returns(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT a.account_no, r.amount_fen FROM repayment_return r JOIN repayment_account a ON a.id = r.account WHERE a.bank = ? AND r.accounting_date = ?")
                .params(bank.value(), day)
                .query((row, i) -> new Books.Item(Kind.RETURN, row.getString(1), row.getString(1), new Money(row.getLong(2)), null))
                .list();
    }

    /** What a loan's rows of the day say was paid, less what the rows before said; what was paid before the loan was opened here is in its opening balance. */
    private List<Books.Item> receipts(PartnerId bank, LocalDate day) {
        String sums = "sum(t.paid_principal - coalesce(b.paid_principal, 0)) AS p1, sum(t.paid_overdue_principal - coalesce(b.paid_overdue_principal, 0)) AS p2,"
                + " sum(t.paid_interest - coalesce(b.paid_interest, 0)) AS p3, sum(t.paid_overdue_interest - coalesce(b.paid_overdue_interest, 0)) AS p4,"
                + " sum(t.paid_penalty - coalesce(b.paid_penalty, 0)) AS p5, sum(t.paid_fine - coalesce(b.paid_fine, 0)) AS p6";
        return jdbc.sql("SELECT * FROM (SELECT t.account_no, " + sums + " FROM (SELECT DISTINCT ON (r.account_no, r.instalment) r.* FROM repayment_row r" + COUNTS
                        + " AND r.bank = ? AND r.accounting_date = ? ORDER BY r.account_no, r.instalment, r.file DESC) t"
                        + " JOIN repayment_account a ON a.account_no = t.account_no AND a.bank = t.bank"
                        + " LEFT JOIN LATERAL (SELECT r.* FROM repayment_row r" + COUNTS + " AND r.account_no = t.account_no AND r.bank = t.bank AND r.instalment = t.instalment"
                        + " AND r.accounting_date < t.accounting_date AND (r.accounting_date > a.balance_on OR t.accounting_date <= a.balance_on) ORDER BY r.accounting_date DESC, r.file DESC LIMIT 1) b ON true"
                        + " WHERE b.file IS NOT NULL OR t.accounting_date <= a.balance_on OR t.due_on > a.balance_on OR t.paid_on > a.balance_on GROUP BY t.account_no) s"
                        + " WHERE p1 + p2 + p3 + p4 + p5 + p6 > 0")
                .params(bank.value(), day)
                .query((row, i) -> {
                    Net net = new Net(row.getLong("p1"), row.getLong("p2"), row.getLong("p3"), row.getLong("p4"), row.getLong("p5"), row.getLong("p6"));
                    return new Books.Item(Kind.RECEIPT, row.getString("account_no"), row.getString("account_no"), new Money(net.fen()), net.parts());
                })
                .list();
    }

    /** What came in of a loan by parts. One is below zero where what was told as paid moved from it to another, as interest does to overdue interest. */
    private record Net(long principal, long overduePrincipal, long interest, long overdueInterest, long penalty, long fine) {
        long fen() {
            return principal + overduePrincipal + interest + overdueInterest + penalty + fine;
        }

        /** Each with its like made up for; null: that does not suffice. */
        @Nullable InstalmentParts parts() {
            long[] p = {
                left(principal, overduePrincipal), left(overduePrincipal, principal), left(interest, overdueInterest), left(overdueInterest, interest), left(penalty, fine),
                left(fine, penalty)
            };
            return Arrays.stream(p).anyMatch(part -> part < 0)
                    ? null
                    : new InstalmentParts(new Money(p[0]), new Money(p[1]), new Money(p[2]), new Money(p[3]), new Money(p[4]), new Money(p[5]));
        }

        private static long left(long part, long like) {
            return part < 0 && part + like >= 0 ? 0 : part + Math.min(0, like);
        }
    }

    /** Principal owed at the end of the day of every loan that was paid out by then, did not come back and was not paid off before. */
    private List<Books.Item> balances(PartnerId bank, LocalDate day) {
        return jdbc.sql("SELECT a.account_no, coalesce(l.balance, a.balance_fen) AS balance FROM repayment_account a"
                        + " LEFT JOIN LATERAL (SELECT r.balance, r.accounting_date FROM repayment_row r" + COUNTS + " AND r.account_no = a.account_no AND r.bank = a.bank"
                        + " AND r.accounting_date <= ? AND r.accounting_date > a.balance_on ORDER BY r.accounting_date DESC, r.balance LIMIT 1) l ON true"
                        + " WHERE a.bank = ? AND a.disbursed_on <= ? AND (coalesce(l.balance, a.balance_fen) > 0 OR l.accounting_date = ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_return b WHERE b.account = a.id AND b.disbursed_on = a.disbursed_on AND b.accounting_date <= ?)"
                        + " AND NOT EXISTS (SELECT 1 FROM repayment_settlement s WHERE s.account = a.id AND s.accounting_date < ?)")
                .params(day, bank.value(), day, day, day, day)
                .query((row, i) -> new Books.Item(Kind.BALANCE, row.getString(1), row.getString(1), new Money(row.getLong(2)), null))
                .list();
    }
}

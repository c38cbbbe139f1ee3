package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PaymentSource;
import io.jinqiao.repayment.OverdueLedger.PlanStanding;
import io.jinqiao.repayment.model.InstalmentDue;
import io.jinqiao.repayment.model.Terms;
import io.jinqiao.repayment.rules.PublishedRates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Interest and principal as a bank told them beside what the terms stored with the loan make of them. */
@Repository
public class PlanStore {
    private static final String ROWS = "SELECT r.account_no, r.instalment, r.due_on, r.accounting_date, r.balance, r.source, r.paid_principal + r.paid_overdue_principal AS paid,"
            + " r.unpaid_principal + r.unpaid_overdue_principal AS unpaid, r.paid_interest + r.paid_overdue_interest + r.unpaid_interest + r.unpaid_overdue_interest AS interest,"
            + " a.amount_fen, a.months, a.annual_rate, a.method, a.disbursed_on, a.first_due, a.repricing_day, a.straddling, a.balance_on"
            + " FROM repayment_row r JOIN repayment_file x ON x.id = r.file JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank"
            + " WHERE a.bank = :bank AND r.accounting_date <= :day AND r.accounting_date > a.balance_on AND x.known_from <= :known AND (x.replaced_at IS NULL OR x.replaced_at > :known)";
    private static final String IN_ORDER = " ORDER BY r.account_no, r.accounting_date, r.file, r.line";
    private static final String ONE = ROWS + " AND r.account_no = :account" + IN_ORDER;
    private static final String OF_THE_DAY = ROWS + " AND r.account_no IN (SELECT t.account_no FROM repayment_row t WHERE t.bank = :bank AND t.accounting_date = :day AND t.file IN"
            + " (SELECT id FROM repayment_file WHERE bank = :bank AND accounting_date BETWEEN :day AND :day + 30))" + IN_ORDER;

    private final JdbcClient jdbc;
    private final PublishedRates rates;

    public PlanStore(JdbcClient jdbc, PublishedRates rates) {
        this.jdbc = jdbc;
        this.rates = rates;
    }

    private record Row(
            String account, int instalment, LocalDate dueOn, LocalDate day, long balance, long paid, long unpaid, long interest, boolean ahead, LocalDate known, Terms terms) {}

    public List<PlanStanding> of(PartnerId bank, String accountNo, LocalDate day, Instant known) {
        return standings(query(ONE, bank, day, known).param("account", accountNo).query((row, i) -> row(row)).list()).toList();
    }

    public List<PlanStanding> differences(PartnerId bank, LocalDate day, Instant known, int limit) {
        Map<String, List<Row>> loans = new TreeMap<>();
        query(OF_THE_DAY, bank, day, known).query(found -> {
            Row row = row(found);
            loans.computeIfAbsent(row.account(), no -> new ArrayList<>()).add(row);
        });
        return loans.values().stream().flatMap(this::standings).filter(PlanStanding::differs).limit(limit).toList();
    }

    private JdbcClient.StatementSpec query(String sql, PartnerId bank, LocalDate day, Instant known) {
        return jdbc.sql(sql).param("bank", bank.value()).param("day", day).param("known", FileStore.time(known));
    }

    /** @param told rows of one loan, by day */
    private Stream<PlanStanding> standings(List<Row> told) {
        Map<Integer, Row> latest = new TreeMap<>();
        Map<Integer, Row> first = new HashMap<>();
        for (Row row : told) {
            latest.put(row.instalment(), row);
            if (!row.day().isBefore(row.dueOn())) {
                first.putIfAbsent(row.instalment(), row);
            }
        }
        return latest.values().stream()
                .filter(row -> row.dueOn().isAfter(row.known()))
                .map(row -> standing(row, before(first.getOrDefault(row.instalment(), row), told)));
    }

    /** Principal not due yet when an instalment's period began: what was owed after its day and what was paid of it, without what was left of instalments before it. */
    private static long before(Row one, List<Row> told) {
        Map<Integer, Long> left = new HashMap<>();
        told.stream().filter(row -> row.dueOn().isBefore(one.dueOn()) && !row.day().isAfter(one.day())).forEach(row -> left.put(row.instalment(), row.unpaid()));
        return Math.max(0, one.balance() + one.paid() - left.values().stream().mapToLong(Long::longValue).sum());
    }

    private PlanStanding standing(Row row, long before) {
        InstalmentDue due = new InstalmentDue(row.terms(), rates.changes(row.terms()));
        return new PlanStanding(
                row.account(), row.instalment(), new Money(row.interest()), due.interest(row.instalment(), new Money(before)), new Money(row.paid() + row.unpaid()),
                row.ahead() ? null : due.principal(row.instalment(), new Money(before)));
    }

    private static Row row(ResultSet row) throws SQLException {
        Terms terms = LoanBooks.terms(row);
        Integer source = row.getObject("source", Integer.class);
        return new Row(
                row.getString("account_no"), row.getInt("instalment"), row.getObject("due_on", LocalDate.class), row.getObject("accounting_date", LocalDate.class),
                row.getLong("balance"), row.getLong("paid"), row.getLong("unpaid"), row.getLong("interest"),
                source != null && PaymentSource.values()[source] == PaymentSource.PREPAYMENT, row.getObject("balance_on", LocalDate.class), terms);
    }
}

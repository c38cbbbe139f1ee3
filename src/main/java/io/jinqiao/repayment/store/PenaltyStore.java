package io.jinqiao.repayment.store;

import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.DayCount;
import io.jinqiao.repayment.OverdueLedger.PenaltyStanding;
import io.jinqiao.repayment.Penalty;
import io.jinqiao.repayment.model.PenaltyDue;
import io.jinqiao.repayment.model.PenaltyDue.Part;
import io.jinqiao.repayment.model.Rates;
import io.jinqiao.repayment.model.Terms;
import io.jinqiao.repayment.rules.PublishedRates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Penalty interest as a bank told it beside what the terms stored with the loan make of the same payments. */
@Repository
public class PenaltyStore {
    private static final String ROWS = "SELECT a.amount_fen, a.months, a.annual_rate, a.method, a.disbursed_on, a.first_due, a.repricing_day, a.straddling, a.penalty_base, a.penalty_times, a.day_count, a.grace_days, r.instalment, r.due_on, r.accounting_date,"
            + " coalesce(r.paid_on, r.accounting_date) AS paid_on, r.paid_principal + r.paid_overdue_principal AS principal, r.paid_interest + r.paid_overdue_interest AS interest,"
            + " r.unpaid_principal + r.unpaid_overdue_principal AS rest_principal, r.unpaid_interest + r.unpaid_overdue_interest AS rest_interest, r.paid_penalty + r.unpaid_penalty AS penalty"
            + " FROM repayment_row r JOIN repayment_file x ON x.id = r.file JOIN repayment_account a ON a.account_no = r.account_no AND a.bank = r.bank"
            + " WHERE a.bank = :bank AND a.account_no = :account AND r.accounting_date <= :day AND r.accounting_date > a.balance_on AND x.known_from <= :known AND (x.replaced_at IS NULL OR x.replaced_at > :known)"
            + " ORDER BY r.instalment, r.accounting_date, r.file";

    private final JdbcClient jdbc;
    private final PublishedRates rates;

    public PenaltyStore(JdbcClient jdbc, PublishedRates rates) {
        this.jdbc = jdbc;
        this.rates = rates;
    }

    private record Row(int instalment, LocalDate dueOn, LocalDate day, LocalDate paidOn, long principal, long interest, long restPrincipal, long restInterest, long penalty, Penalty terms, Rates rates) {}

    /** The instalments that were told of, in order. */
    public List<PenaltyStanding> of(PartnerId bank, String accountNo, LocalDate day, Instant known) {
        List<Row> rows = jdbc.sql(ROWS)
                .param("bank", bank.value())
                .param("account", accountNo)
                .param("day", day)
                .param("known", FileStore.time(known))
                .query((row, i) -> row(row))
                .list();
        List<PenaltyStanding> all = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).instalment() != rows.get(from).instalment()) {
                all.add(standing(rows.subList(from, i)));
                from = i;
            }
        }
        return all;
    }

    private static PenaltyStanding standing(List<Row> told) {
        List<Part> parts = new ArrayList<>();
        long principal = 0;
        long interest = 0;
        for (Row row : told) {
            if (row.principal() > principal || row.interest() > interest) {
                parts.add(new Part(new Money(Math.max(0, row.principal() - principal)), new Money(Math.max(0, row.interest() - interest)), row.paidOn()));
            }
            principal = row.principal();
            interest = row.interest();
        }
        Row last = told.get(told.size() - 1);
        parts.add(new Part(new Money(last.restPrincipal()), new Money(last.restInterest()), last.day()));
        return new PenaltyStanding(last.instalment(), new Money(last.penalty()), PenaltyDue.of(last.terms(), last.rates(), last.dueOn(), parts));
    }

    private Row row(ResultSet row) throws SQLException {
        Terms loan = LoanBooks.terms(row);
        Penalty terms = new Penalty(
                Words.parse(row.getString("penalty_base"), Penalty.Base.class), row.getBigDecimal("penalty_times"), Words.parse(row.getString("day_count"), DayCount.class),
                row.getInt("grace_days"));
        return new Row(
                row.getInt("instalment"), row.getObject("due_on", LocalDate.class), row.getObject("accounting_date", LocalDate.class), row.getObject("paid_on", LocalDate.class),
                row.getLong("principal"), row.getLong("interest"), row.getLong("rest_principal"), row.getLong("rest_interest"), row.getLong("penalty"), terms,
                new Rates(loan, rates.changes(loan)));
    }
}

package io.jinqiao.credit.facts;

import io.jinqiao.credit.desk.CreditFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.rules.ReportedBank;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Money;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Facts from the rooms that own them: what banks told of repayments, what loans were accepted on, which mortgages stand. One cursor on a connection of its own,
 * so that the whole month is of one moment and files commit while it is read.
 */
@Component
public class LedgerFacts implements CreditFacts {
    private static final int TOGETHER = 500;
    private static final int ALWAYS_BINARY = -1;
    private static final Duration FIRST_ROW = Duration.ofHours(2);
    private static final String MONTH =
            """
            SELECT f.*, least(b.until, m.until) AS told_until, a.scheme, a.application, p.content AS profile,
                   ARRAY(SELECT r.content FROM mortgage_fact_registered r WHERE r.partner = f.partner AND r.application_no = f.application_no ORDER BY r.case_no) AS mortgages
            FROM repayment_fact_month f
            LEFT JOIN (SELECT partner, max(accounting_date) AS until FROM repayment_fact_file WHERE stands AND NOT single GROUP BY partner) b ON b.partner = f.partner
            LEFT JOIN (SELECT partner, min(accounting_date) - 1 AS until FROM repayment_fact_missing WHERE arrived_at IS NULL GROUP BY partner) m ON m.partner = f.partner
            LEFT JOIN loan_fact_application a ON a.partner = f.partner AND a.application_no = f.application_no
            LEFT JOIN credit_profile p ON p.partner = f.partner AND p.application_no = f.application_no
            WHERE f.month = ?
            """;
    private static final String ONE = " AND f.partner = ? AND f.account_no = ?";

    private static final String PAID = "SELECT sum(paid_fen)::bigint FROM repayment_fact_payment WHERE partner = ? AND account_no = ? AND paid_on = ?";

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final ReportingRules rules;
    private final PersonalData data;
    private final Standings standings;
    private final LoanOfRow loans;
    private final IdentifierStore identifiers;
    private final ConsentStore consents;

    public LedgerFacts(DataSource database, ReportingRules rules, PersonalData data, IdentifierStore identifiers, ConsentStore consents) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.rules = rules;
        this.data = data;
        this.standings = new Standings(rules);
        this.loans = new LoanOfRow(rules, data);
        this.identifiers = identifiers;
        this.consents = consents;
    }

    @Override
    public void each(YearMonth month, Sink sink) {
        read(MONTH, sink, known(), Date.valueOf(month.atDay(1)));
    }

    @Override
    public void one(YearMonth month, String account, Sink sink) {
        Known known = known();
        if (known.identifiers().current(account).equals(account)) {
            rules.loan(known.identifiers().made(account)).ifPresent(loan -> read(MONTH + ONE, sink, known, Date.valueOf(month.atDay(1)), loan.bank().bank(), loan.loanAccountNo()));
        }
    }

    @Override
    public Payment latestPayment(YearMonth month, String account) {
        Known known = known();
        ReportingRules.Loan loan = rules.loan(known.identifiers().made(account)).filter(one -> known.identifiers().current(account).equals(account)).orElseThrow(() -> missing("loan"));
        MonthRow row = jdbc.query(MONTH + ONE, (found, i) -> MonthRow.read(found), Date.valueOf(month.atDay(1)), loan.bank().bank(), loan.loanAccountNo()).stream()
                .findFirst()
                .orElseThrow(() -> missing("ledger"));
        try {
            MonthFacts standing = standings.paid(row);
            Long paid = jdbc.queryForObject(PAID, Long.class, loan.bank().bank(), loan.loanAccountNo(), Date.valueOf(standing.lastPaid()));
            if (paid == null || paid <= 0) {
                throw missing("payment");
            }
            return new Payment(loans.of(row, loan.bank(), known), standing, new Money(paid));
        } catch (NotKnown e) {
            throw missing(e.what());
        }
    }

    private Known known() {
        return new Known(identifiers.all(), consents.ofReporting());
    }

    private static Refusal missing(String what) {
        return new Refusal(Problem.at("account", FailureCode.CREDIT_FACTS_MISSING, what));
    }

    private void read(String query, Sink sink, Known known, Object... asked) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, (int) FIRST_ROW.toMillis());
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(TOGETHER);
                // bytes as bytes: as hexadecimal text they are twice as many and read one by one
                statement.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY);
                for (int i = 0; i < asked.length; i++) {
                    statement.setObject(i + 1, asked[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    read(row, sink, known);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("read the month", null, e);
        }
    }

    private void read(ResultSet row, Sink sink, Known known) {
        try (Ahead<MonthRow> rows = new Ahead<>("credit-rows", () -> rows(row));
                Ahead<Told> ahead = new Ahead<>("credit-facts", () -> told(rows.next(), known))) {
            for (List<Told> batch = ahead.next(); !batch.isEmpty(); batch = ahead.next()) {
                batch.forEach(one -> one.to(sink));
            }
        }
    }

    /** What is told of one loan. */
    @FunctionalInterface
    private interface Told {
        void to(Sink sink);
    }

    /** The next rows; none at the end. */
    private static List<MonthRow> rows(ResultSet row) throws SQLException {
        List<MonthRow> batch = new ArrayList<>(TOGETHER);
        while (batch.size() < TOGETHER && row.next()) {
            batch.add(MonthRow.read(row));
        }
        return batch;
    }

    private List<Told> told(List<MonthRow> batch, Known known) {
        data.expect(batch.stream().flatMap(one -> one.concealed().stream()).toList());
        return batch.stream().map(one -> told(one, known)).toList();
    }

    private Told told(MonthRow row, Known known) {
        ReportedBank bank = rules.bank(row.bank()).orElse(null);
        if (bank == null) {
            return sink -> sink.unknown(row.bank() + " " + row.loanAccountNo(), "bank");
        }
        try {
            MonthFacts standing = standings.of(row);
            LoanFacts loan = loans.of(row, bank, known);
            return sink -> sink.accept(loan, standing);
        } catch (NotKnown e) {
            return sink -> sink.unknown(known.identifiers().now(rules.account(bank, row.loanAccountNo())), e.what());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // what is kept of it cannot be read: it holds no other back
            return sink -> sink.unknown(known.identifiers().now(rules.account(bank, row.loanAccountNo())), "unreadable");
        }
    }
}

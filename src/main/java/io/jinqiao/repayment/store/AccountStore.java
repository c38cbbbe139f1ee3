package io.jinqiao.repayment.store;

import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.OpenLoan;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Loans that are told of. */
@Repository
public class AccountStore {
    private static final int BATCH = 1_000;
    private static final String INSERT = "INSERT INTO repayment_account (bank, account_no, contract_no, application_no, amount_fen, method, months, instalments,"
            + " annual_rate, disbursed_on, first_due, repricing_day, straddling, penalty_base, penalty_times, day_count, grace_days, balance_fen, balance_on,"
            + " opened_at, opened_by, confirmed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final JdbcTemplate jdbc;

    public AccountStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return how many were not open before */
    public int open(List<OpenLoan> loans, String by, @Nullable String confirmedBy, Instant at) {
        int[][] opened = jdbc.batchUpdate(INSERT, loans, BATCH, (row, loan) -> write(row, loan, by, confirmedBy, at));
        return Arrays.stream(opened).flatMapToInt(Arrays::stream).sum();
    }

    /** Paid out again under the number it had, after its payment had come back: as it is paid out now. @return false when there is nothing of the kind */
    public boolean again(OpenLoan loan) {
        return jdbc.update(
                        "UPDATE repayment_account a SET contract_no = ?, amount_fen = ?, months = ?, instalments = ?, annual_rate = ?, disbursed_on = ?, first_due = ?, balance_fen = ?, balance_on = ?, ended_on = NULL, ended_at = NULL"
                                + " WHERE bank = ? AND account_no = ? AND disbursed_on < ? AND EXISTS (SELECT 1 FROM repayment_return r WHERE r.account = a.id AND r.disbursed_on = a.disbursed_on)",
                        loan.contractNo(), loan.amount().fen(), loan.months(), loan.method() == RepaymentMethod.SINGLE_REPAYMENT ? 1 : loan.months(), loan.rate().percent(), loan.disbursedOn(),
                        loan.firstDue(), loan.balance().fen(), loan.balanceOn(), loan.bank().value(), loan.accountNo(), loan.disbursedOn())
                == 1;
    }

    private static void write(PreparedStatement row, OpenLoan loan, String by, @Nullable String confirmedBy, Instant at) throws SQLException {
        Object[] values = {
            loan.bank().value(), loan.accountNo(), loan.contractNo(), loan.applicationNo(), loan.amount().fen(), Words.of(loan.method()), loan.months(),
            loan.method() == RepaymentMethod.SINGLE_REPAYMENT ? 1 : loan.months(), loan.rate().percent(), loan.disbursedOn(), loan.firstDue(),
            Words.of(loan.repricing().day()), Words.of(loan.repricing().straddling()), Words.of(loan.penalty().base()), loan.penalty().times(),
            Words.of(loan.penalty().dayCount()), loan.penalty().graceDays(), loan.balance().fen(), loan.balanceOn(), FileStore.time(at), by, confirmedBy
        };
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }
}

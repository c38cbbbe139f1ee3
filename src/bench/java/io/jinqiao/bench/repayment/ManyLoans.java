package io.jinqiao.bench.repayment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Opens loans like the one that is open, numbered on from it. Arguments are address, user and password of the database, and how many there shall be. */
public final class ManyLoans {
    private static final String LIKE_IT = "contract_no, amount_fen, method, months, instalments, annual_rate, disbursed_on, first_due, repricing_day, straddling,"
            + " penalty_base, penalty_times, day_count, grace_days, balance_fen, balance_on, opened_at, opened_by";

    private ManyLoans() {}

    public static void main(String[] args) throws SQLException {
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement statement = db.createStatement()) {
            int opened = statement.executeUpdate("INSERT INTO repayment_account (bank, account_no, " + LIKE_IT + ") SELECT bank, (account_no::bigint + g)::text, "
                    + LIKE_IT + " FROM repayment_account, generate_series(1, " + args[3] + " - 1) g");
            statement.execute("VACUUM ANALYZE repayment_account");
            System.out.println("took " + opened + " 0");
        }
    }
}

package io.jinqiao.bench.credit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes more of the loans that are there, with their applications, the profiles of their borrowers and what their bank told at the end of a month. Arguments are
 * address, user and password of the database, how many loans there shall be for each one, and the month's last day.
 */
public final class ManyReportedLoans {
    private static final String LIKE_IT = "contract_no, amount_fen, method, months, instalments, annual_rate, disbursed_on, first_due, repricing_day, straddling,"
            + " penalty_base, penalty_times, day_count, grace_days, balance_fen, balance_on, opened_at, opened_by";
    private static final long PRINCIPAL = 190_873;
    private static final long INTEREST = 130_000;

    private ManyReportedLoans() {}

    public static void main(String[] args) throws SQLException {
        String copies = "generate_series(1, " + (Integer.parseInt(args[3]) - 1) + ") g";
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement statement = db.createStatement()) {
            statement.executeUpdate("INSERT INTO loan_loan SELECT r.* FROM loan_loan l CROSS JOIN " + copies
                    + " CROSS JOIN LATERAL jsonb_populate_record(l, jsonb_build_object('acceptance_no', l.acceptance_no || '-' || g, 'application_no', l.application_no || '-' || g)) r");
            statement.executeUpdate("INSERT INTO credit_profile SELECT partner, application_no || '-' || g, content, told_by, told_at FROM credit_profile, " + copies);
            statement.executeUpdate("INSERT INTO repayment_account (bank, account_no, application_no, " + LIKE_IT
                    + ") SELECT bank, account_no || lpad(g::text, 7, '0'), application_no || '-' || g, " + LIKE_IT + " FROM repayment_account, " + copies);
            statement.executeUpdate("INSERT INTO repayment_file (bank, file_no, single, name, message_id, accounting_date, first_day, stands, known_from)"
                    + " SELECT DISTINCT bank, 'BENCH', false, 'BENCH', 'BENCH', date '" + args[4] + "', date '" + args[4] + "', true, now() FROM repayment_account");
            int rows = statement.executeUpdate(told(args[4]));
            statement.execute("VACUUM ANALYZE");
            System.out.println("took " + rows + " 0");
        }
    }

    private static String told(String day) {
        return "INSERT INTO repayment_row (file, paid_principal, paid_overdue_principal, paid_interest, paid_overdue_interest, paid_penalty, paid_fine,"
                + " unpaid_principal, unpaid_overdue_principal, unpaid_interest, unpaid_overdue_interest, unpaid_penalty, unpaid_fine, balance, line, due_on, accounting_date,"
                + " instalment, remaining_months, result, bank, account_no, source, paid_on, host_serial)"
                + " SELECT f.id, " + PRINCIPAL + ", 0, " + INTEREST + ", 0, 0, 0, 0, 0, 0, 0, 0, 0, a.amount_fen - " + PRINCIPAL + ", row_number() OVER (), a.first_due, date '" + day
                + "', 1, a.months - 1, 0, a.bank, a.account_no, 0, a.first_due, '1' FROM repayment_account a JOIN repayment_file f ON f.bank = a.bank";
    }
}

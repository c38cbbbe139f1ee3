package io.jinqiao.bench.assessment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a ledger: loans of four banks, each with an instalment told every month on its own day of the month; a row of its own for each. Some instalments are
 * paid ten days late, with a case of collection and an order for each, and a few loans stop paying. Arguments: url, user, password, loans, first month, months.
 */
public final class ManyMonths {
    private static final String ACCOUNTS =
            """
            INSERT INTO repayment_account (bank, account_no, amount_fen, method, months, instalments, annual_rate, disbursed_on, first_due, repricing_day, straddling, penalty_base,
                                           penalty_times, day_count, grace_days, balance_fen, balance_on, opened_at, opened_by)
            SELECT 'bank-' || 1 + n %% 4, 'B' || lpad(n::text, 9, '0'), 60000000, 'equal-principal', 240, 240, 2.6, d, (d + interval '1 month')::date, 'first-of-january', 'new-rate',
                   'principal', 1.5, 'actual-360', 0, 60000000, d, now(), 'bench'
            FROM (SELECT n, (date '%s' - interval '1 month')::date + n %% 28 AS d FROM generate_series(1, %d) n) a""";
    private static final String FILES =
            """
            INSERT INTO repayment_file (bank, file_no, single, name, message_id, accounting_date, first_day, stands, known_from)
            SELECT 'bank-' || b, 'F' || d, false, 'F' || d, 'F' || b || d, d, d, true, now() FROM generate_series(1, 4) b, generate_series(0, %d) n, LATERAL (SELECT date '%s' + n AS d) x""";
    private static final String ROWS =
            """
            INSERT INTO repayment_row (file, paid_principal, paid_overdue_principal, paid_interest, paid_overdue_interest, paid_penalty, paid_fine, unpaid_principal,
                                       unpaid_overdue_principal, unpaid_interest, unpaid_overdue_interest, unpaid_penalty, unpaid_fine, balance, line, due_on, accounting_date,
                                       instalment, remaining_months, result, bank, account_no, source, paid_on, host_serial)
            SELECT f.id, p, 0, i, 0, 0, 0, 250000 - p, 0, 130000 - i, 0, 0, 0, 60000000 - 250000 * (paid_before + (p > 0)::integer), 1, due, day, m + 1, 239 - m, 0, r.bank, r.account_no, 0,
                   CASE WHEN p > 0 THEN day END, '1'
            FROM (SELECT a.bank, a.account_no, %1$d AS m, due, due + wait AS day, CASE WHEN owing THEN 0 ELSE 250000 END AS p, CASE WHEN owing THEN 0 ELSE 130000 END AS i,
                         least(%1$d, CASE WHEN a.id %% 9999 = 7 THEN 20 ELSE 240 END) AS paid_before
                  FROM repayment_account a
                  CROSS JOIN LATERAL (SELECT (a.first_due + make_interval(months => %1$d))::date AS due, a.id %% 9999 = 7 AND %1$d >= 20 AS stops,
                                             a.id %% 51 = 0 AND (a.id / 51 + %1$d) %% 6 = 0 AS slow) l
                  CROSS JOIN LATERAL (SELECT 0 AS wait, stops OR slow AS owing UNION ALL SELECT 10, false WHERE slow AND NOT stops) t) r
            JOIN repayment_file f ON f.bank = r.bank AND f.accounting_date = r.day
            ORDER BY day, r.bank""";
    private static final String CASES =
            """
            INSERT INTO repayment_case (case_no, account, bank, overdue_since, opened_on, opened_at, state, seen_on, overdue, days, owed_fen, balance_fen, closed_on, closed_at, paid_by)
            SELECT 'CU' || a.account_no || r.instalment, a.id, a.bank, r.due_on, r.due_on + 1, r.due_on + 1, CASE WHEN stops THEN 'collecting' ELSE 'cured' END, r.due_on + 10, 0, 0, 0, r.balance,
                   CASE WHEN NOT stops THEN r.due_on + 10 END, now(), '{bank-account}'
            FROM repayment_row r JOIN repayment_account a ON a.bank = r.bank AND a.account_no = r.account_no CROSS JOIN LATERAL (SELECT a.id %% 9999 = 7 AS stops) s
            WHERE r.unpaid_principal > 0 AND (NOT stops OR r.instalment = 21)""";
    private static final String ORDERS =
            """
            INSERT INTO repayment_order (order_no, case_no, bank, step, reason, whom, instalments, owed_fen, due_on, ordered_at, ordered_by, state, message_id)
            SELECT 'CS' || case_no, case_no, bank, 'phone', 'overdue', '{borrower}', 1, 1, overdue_since + 9, overdue_since + 7, 'gateway', 'done', 'O' || case_no FROM repayment_case""";
    private static final String RECORDS =
            """
            INSERT INTO repayment_record (bank, record_no, case_no, order_no, step, contacted, done_at, told_at, file_by, operator_no, outcome, proof_kind, proof_number, message_id)
            SELECT bank, 'R' || order_no, case_no, order_no, 'phone', 'borrower', due_on - 1, due_on - 1, due_on + 2, 'T', 'reached', 'call-recording', order_no, 'I' || order_no
            FROM repayment_order WHERE hashtext(order_no) %% 20 <> 0""";
    private static final String BOOKS =
            """
            INSERT INTO repayment_day (bank, day, state, items, matched, compared_at, closed_at)
            SELECT f.bank, f.accounting_date, 'matched', 3000, 3000, now(), now() FROM repayment_file f WHERE f.accounting_date < date '%s' + interval '%d months'""";

    private ManyMonths() {}

    public static void main(String[] args) throws SQLException {
        int loans = Integer.parseInt(args[3]);
        String first = args[4];
        int months = Integer.parseInt(args[5]);
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement statement = db.createStatement()) {
            statement.execute("SET work_mem = '256MB'");
            statement.execute("SET maintenance_work_mem = '512MB'");
            statement.executeUpdate(ACCOUNTS.formatted(first, loans));
            statement.executeUpdate(FILES.formatted(months * 31 + 10, first));
            statement.execute("ANALYZE");
            long rows = 0;
            for (int month = 0; month < months; month++) {
                rows += statement.executeLargeUpdate(ROWS.formatted(month));
            }
            for (String more : new String[] {CASES.formatted(), ORDERS, RECORDS.formatted(), BOOKS.formatted(first, months)}) {
                statement.executeUpdate(more);
            }
            statement.execute("VACUUM ANALYZE");
            System.out.println("took " + rows + " 0");
        }
    }
}

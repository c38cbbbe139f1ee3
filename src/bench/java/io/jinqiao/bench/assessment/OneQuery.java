package io.jinqiao.bench.assessment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody would write by hand for the sums alone: one query over the tables, no case written down, no message named. Its sums stay in
 * {@code bench_sum}. Of what a bank stopped telling one more instalment is late with every due day, as the room counts it. Arguments: url, user, password, then
 * first and last day of each period.
 */
public final class OneQuery {
    private static final String SUMS =
            """
            CREATE TABLE bench_sum_%3$d AS
            WITH days AS (SELECT date '%1$s' AS first, date '%2$s' + 1 AS next),
            told AS MATERIALIZED (
                SELECT r.bank, r.account_no, r.accounting_date AS day, r.instalment, r.due_on, r.balance, r.unpaid_principal + r.unpaid_interest > 0 AS owing,
                       lead(r.accounting_date, 1, date 'infinity') OVER (PARTITION BY r.bank, r.account_no ORDER BY r.accounting_date, r.instalment) AS until
                FROM repayment_row r JOIN repayment_file f ON f.id = r.file AND f.stands AND f.replaced_at IS NULL),
            stretch AS (
                SELECT bank, account_no, day, until, balance, (due_on + interval '1 month')::date AS next_due FROM told
                UNION ALL
                SELECT a.bank, a.account_no, a.balance_on, coalesce(t.day, date 'infinity'), a.balance_fen, a.first_due
                FROM repayment_account a LEFT JOIN (SELECT bank, account_no, min(day) AS day FROM told GROUP BY 1, 2) t ON t.bank = a.bank AND t.account_no = a.account_no),
            balances AS (
                SELECT bank, sum(balance * greatest(0, least(until, next) - greatest(day, first))) AS fen_days, count(DISTINCT account_no) AS loans
                FROM stretch, days WHERE day < next AND until > first GROUP BY bank),
            owing AS (
                SELECT bank, account_no, due_on, balance, greatest(day, due_on + 1) AS day,
                       coalesce((SELECT min(r.accounting_date) FROM repayment_row r WHERE r.account_no = t.account_no AND r.bank = t.bank AND r.instalment = t.instalment
                                 AND r.accounting_date > t.day), date 'infinity') AS until
                FROM told t WHERE owing
                UNION ALL
                SELECT s.bank, s.account_no, d.due::date, s.balance, greatest(d.due::date + 15, s.day), s.until
                FROM stretch s, days, LATERAL (SELECT s.next_due + make_interval(months => k) AS due FROM generate_series(0, 240) k) d
                WHERE s.next_due + 15 < least(s.until, next) AND d.due::date + 15 < least(s.until, next)),
            edges AS (
                SELECT bank, account_no, at, sum(sum(step)) OVER w AS overdue, max(balance) AS balance,
                       lead(at, 1, date 'infinity') OVER w AS until
                FROM (SELECT bank, account_no, day AS at, 1 AS step, balance FROM owing UNION ALL SELECT bank, account_no, until, -1, 0 FROM owing WHERE until < 'infinity') e
                GROUP BY bank, account_no, at WINDOW w AS (PARTITION BY bank, account_no ORDER BY at)),
            dated AS (
                SELECT e.bank, e.account_no, e.at, e.until, e.overdue, e.balance, min(o.due_on) AS due
                FROM edges e JOIN owing o ON o.bank = e.bank AND o.account_no = e.account_no AND o.day <= e.at AND o.until > e.at
                WHERE e.overdue > 0 GROUP BY e.bank, e.account_no, e.at, e.until, e.overdue, e.balance),
            late AS (
                SELECT e.bank, sum(e.balance * n) FILTER (WHERE overdue < 3) AS late_days, sum(e.balance * n) FILTER (WHERE overdue >= 3) AS very_late_days
                FROM dated e, days,
                     LATERAL (SELECT due + CASE extract(isodow FROM due) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END AS due_worked) s,
                     LATERAL (SELECT greatest(0, least(e.until, next) - greatest(e.at, first, due_worked + 1)) AS n) d
                GROUP BY e.bank)
            SELECT first AS first_day, b.bank, x.fact, round(x.amount)::bigint AS amount
            FROM balances b LEFT JOIN late l ON l.bank = b.bank CROSS JOIN days
            CROSS JOIN LATERAL (VALUES
                ('balance', b.fen_days::numeric / (next - first)),
                ('balance_late_1_to_2', coalesce(l.late_days, 0)::numeric / (next - first)),
                ('principal_late_3_plus', coalesce(l.very_late_days, 0)::numeric / (next - first)),
                ('loans_repaying', b.loans),
                ('loans_late_one', (SELECT count(*) FROM repayment_case c WHERE c.bank = b.bank AND (c.overdue_since + interval '1 month')::date >= first
                                    AND (c.overdue_since + interval '1 month')::date < next)),
                ('loans_cured_next_month', (SELECT count(*) FROM repayment_case c WHERE c.bank = b.bank AND (c.overdue_since + interval '1 month')::date >= first
                                            AND (c.overdue_since + interval '1 month')::date < next AND c.closed_on <= (c.overdue_since + interval '1 month')::date)),
                ('contacts_due', (SELECT count(*) FROM repayment_order o WHERE o.bank = b.bank AND o.due_on >= first AND o.due_on < next)),
                ('contacts_on_time', (SELECT count(DISTINCT o.order_no) FROM repayment_order o JOIN repayment_record r ON r.order_no = o.order_no WHERE o.bank = b.bank AND o.due_on >= first
                                      AND o.due_on < next AND (r.done_at AT TIME ZONE 'Asia/Shanghai')::date <= o.due_on AND (r.told_at AT TIME ZONE 'Asia/Shanghai')::date <= r.file_by)),
                ('reconciliation_items', (SELECT sum(d.items) FROM repayment_day d CROSS JOIN LATERAL (SELECT d.day + CASE extract(isodow FROM d.day) WHEN 6 THEN 6 WHEN 7 THEN 5 ELSE 7 END AS due) w WHERE d.bank = b.bank AND w.due >= first AND w.due < next)),
                ('files_due', (SELECT count(DISTINCT f.accounting_date) FROM repayment_file f WHERE f.bank = b.bank AND f.stands AND f.accounting_date >= first AND f.accounting_date < next)),
                ('interest_received', (SELECT sum(r.paid_interest) FROM repayment_row r WHERE r.bank = b.bank AND r.accounting_date >= first AND r.accounting_date < next))) x (fact, amount)""";

    private OneQuery() {}

    public static void main(String[] args) throws SQLException {
        try (Connection db = DriverManager.getConnection(args[0], args[1], args[2]);
                Statement statement = db.createStatement()) {
            long begun = System.nanoTime();
            int sums = 0;
            List<String> tables = new ArrayList<>();
            for (int at = 3; at < args.length; at += 2) {
                sums += statement.executeUpdate(SUMS.formatted(args[at], args[at + 1], at));
                tables.add("TABLE bench_sum_" + at);
            }
            statement.executeUpdate("CREATE VIEW bench_sum AS " + String.join(" UNION ALL ", tables));
            System.out.println("took " + sums + " " + (System.nanoTime() - begun) / 1_000_000);
        }
    }
}

-- The same facts, computed for all loans of a bank at once where nothing was ever owing: account by account a million loans took ten times as long.
CREATE INDEX repayment_row_owing ON repayment_row (bank, account_no)
    WHERE unpaid_principal + unpaid_overdue_principal + unpaid_interest + unpaid_overdue_interest + unpaid_penalty + unpaid_fine > 0;

CREATE OR REPLACE VIEW repayment_fact_stretch AS
WITH account AS NOT MATERIALIZED (
    SELECT a.*, greatest(1, a.months / a.instalments) AS every,
           (CASE WHEN a.first_due >= a.balance_on THEN a.first_due ELSE a.balance_on + interval '1 month' END)::date AS opening_due,
           EXISTS (SELECT 1 FROM repayment_row o WHERE o.bank = a.bank AND o.account_no = a.account_no COLLATE "C"
                   AND o.unpaid_principal + o.unpaid_overdue_principal + o.unpaid_interest + o.unpaid_overdue_interest + o.unpaid_penalty + o.unpaid_fine > 0) AS owed
    FROM repayment_account a
)
SELECT q.bank AS partner, q.account_no, q.application_no, q.day AS from_on, q.until, q.balance AS balance_fen, 0 AS overdue, NULL::date AS oldest_due,
       (CASE WHEN q.due IS NULL THEN q.opening_due ELSE q.due + make_interval(months => q.every) END)::date AS next_due, q.message_id
FROM (SELECT d.*, max(d.due_on) OVER w AS due, max(d.opening) OVER w AS opening_due, lead(d.day, 1, 'infinity') OVER w AS until
      FROM (SELECT a.bank, a.account_no, a.application_no, a.balance_on AS day, a.balance_fen AS balance, NULL::date AS due_on, NULL::text AS message_id, a.every, a.opening_due AS opening
            FROM account a WHERE NOT a.owed
            UNION ALL
            SELECT t.bank, t.account_no, t.application_no, t.accounting_date, t.balance, t.due_on, t.message_id, t.every, NULL
            FROM (SELECT DISTINCT ON (a.bank, a.account_no, r.accounting_date, r.instalment) a.bank, a.account_no, a.application_no, r.accounting_date, r.balance, r.due_on, x.message_id,
                         a.every, a.balance_on
                  FROM account a
                  JOIN repayment_row r ON r.bank = a.bank AND r.account_no = a.account_no COLLATE "C"
                  JOIN repayment_file x ON x.id = r.file
                  WHERE NOT a.owed AND x.stands AND x.replaced_at IS NULL
                  ORDER BY a.bank, a.account_no, r.accounting_date, r.instalment, r.file DESC) t
            WHERE t.accounting_date >= t.balance_on) d
      WINDOW w AS (PARTITION BY d.bank, d.account_no ORDER BY d.day, d.due_on IS NOT NULL, d.balance DESC ROWS UNBOUNDED PRECEDING)) q
WHERE q.day < q.until AND q.balance > 0
UNION ALL
SELECT a.bank AS partner, a.account_no, a.application_no, s.from_on, s.until, s.balance_fen, s.overdue, s.oldest_due, s.next_due, s.message_id
FROM account a
CROSS JOIN LATERAL (
    WITH told AS (
        SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.due_on, r.balance, x.message_id,
               r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0 AS owing
        FROM repayment_row r JOIN repayment_file x ON x.id = r.file
        WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
        ORDER BY r.accounting_date, r.instalment, r.file DESC
    ), owed AS (
        SELECT o.due_on, greatest(o.accounting_date, o.due_on + 1) AS from_on, o.until
        FROM (SELECT t.*, lead(t.accounting_date, 1, 'infinity') OVER (PARTITION BY t.instalment ORDER BY t.accounting_date) AS until FROM told t) o
        WHERE o.owing AND greatest(o.accounting_date, o.due_on + 1) < o.until
    ), marks AS (
        SELECT a.balance_on AS day UNION SELECT accounting_date FROM told UNION SELECT from_on FROM owed UNION SELECT until FROM owed WHERE until < 'infinity'
    )
    SELECT m.day AS from_on, lead(m.day, 1, 'infinity') OVER (ORDER BY m.day) AS until, coalesce(b.balance, a.balance_fen) AS balance_fen,
           (SELECT count(*) FROM owed o WHERE o.from_on <= m.day AND o.until > m.day)::integer AS overdue,
           (SELECT min(o.due_on) FROM owed o WHERE o.from_on <= m.day AND o.until > m.day) AS oldest_due,
           (coalesce((SELECT max(t.due_on) FROM told t WHERE t.accounting_date <= m.day) + make_interval(months => a.every), a.opening_due::timestamp))::date AS next_due,
           b.message_id
    FROM marks m
    LEFT JOIN LATERAL (SELECT t.balance, t.message_id FROM told t WHERE t.accounting_date <= m.day ORDER BY t.accounting_date DESC, t.balance LIMIT 1) b ON true
    WHERE m.day >= a.balance_on
) s
WHERE a.owed AND s.balance_fen > 0;

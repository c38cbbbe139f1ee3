-- Instalments that are hidden behind a later one: never told, or told as nothing, while the ledger looks as if all were told up to there. One look at a bank's
-- rows finds the loans of which an instalment is missing, or may have been for a while; only theirs are looked at one by one.
CREATE VIEW repayment_fact_untold AS
WITH account AS NOT MATERIALIZED (
    SELECT a.*, greatest(1, a.months / a.instalments) AS every,
           (CASE WHEN a.first_due >= a.balance_on THEN a.first_due ELSE a.balance_on + interval '1 month' END)::date AS opening_due
    FROM repayment_account a
), told AS NOT MATERIALIZED (
    SELECT a.bank, a.account_no, r.accounting_date, r.accounting_date > r.due_on + 14 AS long_after, x.message_id,
           ((extract(year FROM r.due_on) - extract(year FROM a.opening_due)) * 12 + extract(month FROM r.due_on) - extract(month FROM a.opening_due))::integer / a.every AS n,
           r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine
               + r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine > 0 AS something
    FROM account a
    JOIN repayment_row r ON r.bank = a.bank AND r.account_no = a.account_no COLLATE "C"
    JOIN repayment_file x ON x.id = r.file
    WHERE x.stands AND x.replaced_at IS NULL AND r.accounting_date > a.balance_on AND r.due_on >= date_trunc('month', a.opening_due)
), gap AS NOT MATERIALIZED (
    SELECT bank, account_no, max(n) AS last FROM told WHERE n < 360
    GROUP BY bank, account_no
    HAVING bit_count(bit_or(set_bit(repeat('0', 360)::bit(360), n, something::integer))) <= max(n) OR bool_or(long_after)
)
SELECT g.bank AS partner, g.account_no, m.due_on, m.from_on, m.until, m.message_id
FROM gap g
JOIN account a ON a.bank = g.bank AND a.account_no = g.account_no
CROSS JOIN LATERAL (
    SELECT repayment_due_in(a.first_due, a.disbursed_on, (a.opening_due + make_interval(months => i.n * a.every))::date) AS due_on,
           min(t.accounting_date) AS from_on,
           coalesce(min(t.accounting_date) FILTER (WHERE t.n = i.n AND t.something), 'infinity') AS until,
           (array_agg(t.message_id ORDER BY t.accounting_date))[1] AS message_id
    FROM generate_series(0, g.last) i(n) JOIN told t ON t.bank = g.bank AND t.account_no = g.account_no AND t.n >= i.n
    GROUP BY i.n
) m
WHERE m.from_on < m.until;
COMMENT ON VIEW repayment_fact_untold IS 'Instalments of which nothing was told while a row of theirs without any amount, or of a later one, was; those told within 14 days after their due day may be left out';
COMMENT ON COLUMN repayment_fact_untold.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_untold.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_untold.due_on IS 'due day of the instalment';
COMMENT ON COLUMN repayment_fact_untold.from_on IS 'accounting date of the row that hides it';
COMMENT ON COLUMN repayment_fact_untold.until IS 'accounting date on which something was told of it; infinity: nothing yet';
COMMENT ON COLUMN repayment_fact_untold.message_id IS 'file or message that hides it, in the journal';

-- What somebody else paid is owed to him: the borrower pays again when one of his own payments covers an instalment.
CREATE INDEX repayment_row_paid_for ON repayment_row (bank, account_no) WHERE source IN (4, 5, 6);
CREATE VIEW repayment_fact_paid_for AS
SELECT p.bank AS partner, p.account_no, p.due_on, p.from_on, p.until, p.message_id
FROM (
    SELECT r.bank, r.account_no, r.due_on, greatest(min(r.accounting_date), r.due_on + 1) AS from_on, (array_agg(x.message_id ORDER BY r.accounting_date))[1] AS message_id,
           coalesce((SELECT min(o.accounting_date) FROM repayment_row o JOIN repayment_file f ON f.id = o.file
                     WHERE o.account_no = r.account_no AND o.bank = r.bank AND f.stands AND f.replaced_at IS NULL AND o.due_on >= r.due_on AND o.accounting_date > min(r.accounting_date)
                       AND o.source IN (0, 1, 2) AND o.paid_principal + o.paid_overdue_principal + o.paid_interest + o.paid_overdue_interest > 0
                       AND o.unpaid_principal + o.unpaid_overdue_principal + o.unpaid_interest + o.unpaid_overdue_interest + o.unpaid_penalty + o.unpaid_fine = 0), 'infinity') AS until
    FROM repayment_row r
    JOIN repayment_file x ON x.id = r.file
    JOIN repayment_account a ON a.bank = r.bank AND a.account_no = r.account_no COLLATE "C"
    WHERE r.source IN (4, 5, 6) AND x.stands AND x.replaced_at IS NULL AND r.accounting_date > a.balance_on
      AND r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest > 0
      AND r.unpaid_principal + r.unpaid_overdue_principal + r.unpaid_interest + r.unpaid_overdue_interest + r.unpaid_penalty + r.unpaid_fine = 0
    GROUP BY r.bank, r.account_no, r.due_on
) p
WHERE p.from_on < p.until;
COMMENT ON VIEW repayment_fact_paid_for IS 'Instalments that the bank, a developer or somebody unnamed paid for a borrower, while he has paid none himself since';
COMMENT ON COLUMN repayment_fact_paid_for.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_paid_for.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_paid_for.due_on IS 'due day of the instalment';
COMMENT ON COLUMN repayment_fact_paid_for.from_on IS 'accounting date of the payment, never before the day after the due day';
COMMENT ON COLUMN repayment_fact_paid_for.until IS 'accounting date on which the borrower himself, or his fund balance, paid this instalment or a later one; infinity: not yet';
COMMENT ON COLUMN repayment_fact_paid_for.message_id IS 'file or message that told of the payment, in the journal';

-- What was paid of a loan, by the day it was paid on: what each telling of an instalment adds to the one before.
CREATE VIEW repayment_fact_payment AS
SELECT a.bank AS partner, a.account_no, a.application_no, p.paid_on, sum(p.paid - p.before)::bigint AS paid_fen
FROM repayment_account a
CROSS JOIN LATERAL (
    SELECT t.paid_on, t.paid, lag(t.paid, 1, 0::bigint) OVER (PARTITION BY t.instalment ORDER BY t.accounting_date) AS before
    FROM (SELECT DISTINCT ON (r.accounting_date, r.instalment) r.accounting_date, r.instalment, r.paid_on,
                 r.paid_principal + r.paid_overdue_principal + r.paid_interest + r.paid_overdue_interest + r.paid_penalty + r.paid_fine AS paid
          FROM repayment_row r JOIN repayment_file x ON x.id = r.file
          WHERE r.account_no = a.account_no AND r.bank = a.bank AND x.stands AND x.replaced_at IS NULL
          ORDER BY r.accounting_date, r.instalment, r.file DESC) t
) p
WHERE p.paid_on IS NOT NULL AND p.paid <> p.before
GROUP BY a.bank, a.account_no, a.application_no, p.paid_on;

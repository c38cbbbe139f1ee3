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
COMMENT ON VIEW repayment_fact_payment IS 'What was paid of a loan, by the day it was paid on';
COMMENT ON COLUMN repayment_fact_payment.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_payment.account_no IS 'the bank''s number of the loan';
COMMENT ON COLUMN repayment_fact_payment.application_no IS 'application';
COMMENT ON COLUMN repayment_fact_payment.paid_on IS 'day of the payment, as the bank told it';
COMMENT ON COLUMN repayment_fact_payment.paid_fen IS 'all that was paid on it, principal, interest and penalty interest; less than nothing where the bank took something back';

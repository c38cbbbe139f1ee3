-- When the last instalment of a loan falls due: silence after it is about no instalment.
CREATE OR REPLACE VIEW repayment_fact_origin AS
SELECT a.bank AS partner, a.account_no, a.application_no, a.disbursed_on,
       (SELECT c.contributor FROM repayment_contribution c WHERE c.account = a.id ORDER BY c.month, c.told_at LIMIT 1) AS contributor,
       greatest(1, a.months / a.instalments)::integer AS every_months,
       repayment_due_on(a.first_due, a.disbursed_on, 1 + (a.instalments - 1) * greatest(1, a.months / a.instalments)) AS last_due
FROM repayment_account a;
COMMENT ON COLUMN repayment_fact_origin.last_due IS 'due day of the last instalment by the loan''s terms';

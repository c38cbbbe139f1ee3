-- How far apart the instalments of a loan fall due, so that due days can be counted on which nothing was told.
CREATE OR REPLACE VIEW repayment_fact_origin AS
SELECT a.bank AS partner, a.account_no, a.application_no, a.disbursed_on,
       (SELECT c.contributor FROM repayment_contribution c WHERE c.account = a.id ORDER BY c.month, c.told_at LIMIT 1) AS contributor,
       greatest(1, a.months / a.instalments)::integer AS every_months
FROM repayment_account a;
COMMENT ON COLUMN repayment_fact_origin.every_months IS 'months from one due day to the next';

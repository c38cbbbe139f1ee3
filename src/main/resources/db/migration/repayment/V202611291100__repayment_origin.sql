-- When each loan was paid out, and who paid its borrower's contributions as far back as anybody told: later words may follow from not paying.
CREATE VIEW repayment_fact_origin AS
SELECT a.bank AS partner, a.account_no, a.application_no, a.disbursed_on,
       (SELECT c.contributor FROM repayment_contribution c WHERE c.account = a.id ORDER BY c.month, c.told_at LIMIT 1) AS contributor
FROM repayment_account a;
COMMENT ON VIEW repayment_fact_origin IS 'Where each loan comes from; contributions are told by the core system, so no message is behind them';
COMMENT ON COLUMN repayment_fact_origin.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_origin.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_origin.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_origin.disbursed_on IS 'day it was paid out (DKFFRQ)';
COMMENT ON COLUMN repayment_fact_origin.contributor IS 'employed, flexible, labour-agency, as the earliest month told says; null: nothing was told';

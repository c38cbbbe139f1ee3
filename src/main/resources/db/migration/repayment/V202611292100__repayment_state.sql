-- Whether a bank's ledger is still the one somebody read: other rooms need not read it again for the same days.
CREATE VIEW repayment_fact_state AS
SELECT a.bank AS partner,
       count(*) || ' ' || sum(hashtextextended(a::text, 0)) || ' '
           || (SELECT count(*) || ' ' || coalesce(sum(hashtextextended(f::text, 0)), 0) FROM repayment_file f WHERE f.bank = a.bank) || ' '
           || coalesce((SELECT max(c.told_at)::text FROM repayment_contribution c), '') AS state
FROM repayment_account a
GROUP BY a.bank;
COMMENT ON VIEW repayment_fact_state IS 'A text for each bank that is another one after anything was told of its loans';
COMMENT ON COLUMN repayment_fact_state.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_state.state IS 'means nothing by itself';

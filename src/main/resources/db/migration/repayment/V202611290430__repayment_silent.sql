-- Instalments that fell due on a day whose file never came: nobody knows whether they were paid, so no case opens and none is cured. Told as that.
CREATE VIEW repayment_fact_silent AS
SELECT a.bank AS partner, a.account_no, a.application_no, (k.months + 1)::integer AS instalment, d.due_on, m.until AS told_until, m.noticed_at, m.days
FROM (SELECT bank, min(accounting_date) AS since, max(accounting_date) AS last, min(accounting_date) - 1 AS until, min(noticed_at) AS noticed_at, count(*)::integer AS days
      FROM repayment_missing WHERE arrived_at IS NULL GROUP BY bank) m
JOIN repayment_account a ON a.bank = m.bank
CROSS JOIN LATERAL generate_series(
    greatest(0, ((extract(year FROM m.since) - extract(year FROM a.first_due)) * 12 + extract(month FROM m.since) - extract(month FROM a.first_due))::integer - 1),
    least(a.instalments - 1, ((extract(year FROM m.last) - extract(year FROM a.first_due)) * 12 + extract(month FROM m.last) - extract(month FROM a.first_due))::integer)) AS k (months)
CROSS JOIN LATERAL (SELECT (a.first_due + make_interval(months => k.months))::date AS due_on) d
WHERE d.due_on > a.balance_on
  AND EXISTS (SELECT 1 FROM repayment_missing x WHERE x.bank = a.bank AND x.arrived_at IS NULL AND x.accounting_date = d.due_on)
  AND NOT EXISTS (SELECT 1 FROM repayment_settlement s WHERE s.account = a.id AND s.settled_on < d.due_on)
  AND NOT EXISTS (SELECT 1 FROM repayment_return r WHERE r.account = a.id AND r.disbursed_on = a.disbursed_on)
  AND NOT EXISTS (SELECT 1 FROM repayment_row r JOIN repayment_file f ON f.id = r.file
                  WHERE r.account_no = a.account_no AND r.bank = a.bank AND r.instalment = k.months + 1 AND r.accounting_date >= d.due_on AND f.stands AND f.replaced_at IS NULL);
COMMENT ON VIEW repayment_fact_silent IS 'Instalments that fell due on a day of which the bank told nothing; whether they were paid is not known';
COMMENT ON COLUMN repayment_fact_silent.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_silent.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_silent.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_silent.instalment IS 'from 1 (DQQC)';
COMMENT ON COLUMN repayment_fact_silent.due_on IS 'due day';
COMMENT ON COLUMN repayment_fact_silent.told_until IS 'last day before the first file that is missing';
COMMENT ON COLUMN repayment_fact_silent.noticed_at IS 'when the first missing file was noticed';
COMMENT ON COLUMN repayment_fact_silent.days IS 'files of this bank that are missing';

-- Files of a whole month are held against what the days told; no row of them counts in the ledger.
ALTER TABLE repayment_file ADD COLUMN monthly boolean NOT NULL DEFAULT false CHECK (NOT (monthly AND stands));

CREATE OR REPLACE VIEW repayment_fact_file AS
SELECT f.id, f.bank AS partner, f.file_no, f.single, f.name, f.message_id, f.accounting_date, c.file_no AS corrects, f.rows, f.refused, f.stands, f.known_from,
       f.replaced_at, f.monthly
FROM repayment_file f LEFT JOIN repayment_file c ON c.id = f.corrects;
COMMENT ON COLUMN repayment_fact_file.monthly IS 'a file of a whole month that was held against those of the days; its refused rows say where they differ';

CREATE TABLE repayment_missing_month (
    bank       text        NOT NULL,
    month_end  date        NOT NULL,
    noticed_at timestamptz NOT NULL,
    arrived_at timestamptz,
    PRIMARY KEY (bank, month_end)
);
CREATE VIEW repayment_fact_missing_month AS SELECT bank AS partner, month_end, noticed_at, arrived_at FROM repayment_missing_month;
COMMENT ON VIEW repayment_fact_missing_month IS 'Monthly files that were not here at their cut-off; no message, since none came';
COMMENT ON COLUMN repayment_fact_missing_month.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_missing_month.month_end IS 'last day of the month the file should have told of';
COMMENT ON COLUMN repayment_fact_missing_month.noticed_at IS 'when it was missed';
COMMENT ON COLUMN repayment_fact_missing_month.arrived_at IS 'when a file of that month was read after all; null: still missing';

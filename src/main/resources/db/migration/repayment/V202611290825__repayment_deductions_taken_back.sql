-- A bank that takes a deduction back corrects its result; the run has to know it as the ledger does.
ALTER TABLE repayment_deduction_line ADD COLUMN returned_fen bigint NOT NULL DEFAULT 0 CHECK (returned_fen >= 0), ADD COLUMN return_message_id text;

CREATE OR REPLACE VIEW repayment_fact_run AS
SELECT r.run_no, r.bank AS partner, r.source, r.deduct_on, r.waterfall, r.lines, r.total_fen, r.opened_at, r.opened_by, r.closed_at,
       count(*) FILTER (WHERE l.result IS NOT NULL) AS told, coalesce(sum((SELECT sum(p) FROM unnest(l.paid_fen) p) - l.returned_fen), 0)::bigint AS deducted_fen, r.late_since,
       coalesce(sum(l.returned_fen), 0)::bigint AS returned_fen
FROM repayment_run r JOIN repayment_deduction d ON d.run_no = r.run_no JOIN repayment_deduction_line l ON l.order_no = d.order_no
GROUP BY r.run_no;
COMMENT ON COLUMN repayment_fact_run.deducted_fen IS 'what was deducted, less what was taken back';
COMMENT ON COLUMN repayment_fact_run.returned_fen IS 'what the bank took back by correcting its results';

CREATE OR REPLACE VIEW repayment_fact_deduction AS
SELECT d.run_no, d.order_no, d.bank AS partner, d.state, d.refused, l.line_no, a.account_no, a.application_no, l.instalment, l.mandate_no,
       (SELECT sum(p) FROM unnest(l.due_fen) p)::bigint AS due_fen, (SELECT sum(p) FROM unnest(l.paid_fen) p)::bigint AS paid_fen, l.result, l.host_serial,
       l.accounting_date, d.message_id AS order_message_id, l.message_id, l.returned_fen, l.return_message_id
FROM repayment_deduction d JOIN repayment_deduction_line l ON l.order_no = d.order_no JOIN repayment_account a ON a.id = l.account;
COMMENT ON COLUMN repayment_fact_deduction.paid_fen IS 'what was deducted, as its result told; null: not told yet';
COMMENT ON COLUMN repayment_fact_deduction.returned_fen IS 'of it taken back by a correction of the result';
COMMENT ON COLUMN repayment_fact_deduction.return_message_id IS 'message of the correction in the journal; null: nothing was taken back';

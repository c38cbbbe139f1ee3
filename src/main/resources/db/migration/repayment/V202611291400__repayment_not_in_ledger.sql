-- Deducted, as a result told, and not among what the ledger counts as paid, since a corrected file forgot it: as open a difference as what was deducted beyond what was owed.
ALTER TABLE repayment_paid_twice ADD COLUMN type text NOT NULL DEFAULT 'paid-twice' CHECK (type IN ('paid-twice', 'not-in-ledger'));
ALTER TABLE repayment_paid_twice DROP CONSTRAINT repayment_paid_twice_pkey;
ALTER TABLE repayment_paid_twice ADD PRIMARY KEY (order_no, line_no, type);

CREATE OR REPLACE VIEW repayment_fact_paid_twice AS
SELECT d.bank AS partner, d.run_no, t.order_no, t.line_no, a.account_no, a.application_no, l.instalment, r.source, l.accounting_date, t.type,
       CASE t.type WHEN 'paid-twice' THEN 'centre' ELSE 'bank' END AS owner,
       t.excess_fen, t.found_at, t.due_on, t.outcome, t.document, t.settled_by, t.settled_at, t.confirmed_by, t.confirmed_at, l.message_id
FROM repayment_paid_twice t JOIN repayment_deduction_line l ON l.order_no = t.order_no AND l.line_no = t.line_no JOIN repayment_deduction d ON d.order_no = t.order_no
JOIN repayment_run r ON r.run_no = d.run_no JOIN repayment_account a ON a.id = l.account;
COMMENT ON VIEW repayment_fact_paid_twice IS 'Deducted, and counted nowhere as paid: beyond what was owed of an instalment, or forgotten by a corrected file';
COMMENT ON COLUMN repayment_fact_paid_twice.run_no IS 'run whose result told of it';
COMMENT ON COLUMN repayment_fact_paid_twice.type IS 'of the difference: paid-twice (nothing of it was owed any more), not-in-ledger (a result told of it, a corrected file of its bank does not)';
COMMENT ON COLUMN repayment_fact_paid_twice.owner IS 'who has to clear it: the centre, which ordered what was deducted twice; the bank, which told of it in one place and not in another';
COMMENT ON COLUMN repayment_fact_paid_twice.found_at IS 'when the result was booked, or the corrected file taken';

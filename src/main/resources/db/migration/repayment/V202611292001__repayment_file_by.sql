-- By when an act had to be told is the ladder's: whoever gives days back has to know it.
CREATE OR REPLACE VIEW repayment_fact_record AS
SELECT r.bank AS partner, r.record_no, r.case_no, a.account_no, a.application_no, r.order_no, r.step, r.contacted, r.done_at, r.told_at,
       (r.told_at AT TIME ZONE 'Asia/Shanghai')::date > r.file_by AS filed_late, r.operator_no, r.outcome, r.promise_fen, r.promise_by, r.promise_pauses,
       r.promise_became, r.promise_known, r.proof_kind, r.proof_number, r.proof_document, r.message_id, r.file_by
FROM repayment_record r JOIN repayment_case c ON c.case_no = r.case_no JOIN repayment_account a ON a.id = c.account;
COMMENT ON COLUMN repayment_fact_record.file_by IS 'last day to tell it';

-- A borrower is to be told before a first adverse record is reported (征信不良信息告知). Who tells, and how, is not this room's: it only asks for it.
CREATE TABLE repayment_notice_request (
    case_no      text        PRIMARY KEY REFERENCES repayment_case,
    requested_at timestamptz NOT NULL
);
CREATE VIEW repayment_fact_notice_request AS
SELECT n.case_no, c.bank AS partner, a.account_no, a.application_no, c.overdue_since, n.requested_at
FROM repayment_notice_request n JOIN repayment_case c ON c.case_no = n.case_no JOIN repayment_account a ON a.id = c.account;
COMMENT ON VIEW repayment_fact_notice_request IS 'Borrowers who are to be told before a first adverse record, one for each case of collection';
COMMENT ON COLUMN repayment_fact_notice_request.case_no IS 'case of collection that asks for it';
COMMENT ON COLUMN repayment_fact_notice_request.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_notice_request.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_notice_request.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_notice_request.overdue_since IS 'due day of the instalment that was not paid';
COMMENT ON COLUMN repayment_fact_notice_request.requested_at IS 'when';

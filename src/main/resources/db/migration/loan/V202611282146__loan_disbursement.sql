-- Orders to pay loans out and what the banks did, with the four identifiers that reconciliation needs. No account and no name: those stay in the message.
CREATE TABLE loan_disbursement (
    instruction_no  text        PRIMARY KEY,
    acceptance_no   text        NOT NULL REFERENCES loan_loan,
    bank            text        NOT NULL,
    amount_fen      bigint      NOT NULL,
    allotment_no    text        NOT NULL,
    requested_on    date        NOT NULL,
    instructed_at   timestamptz NOT NULL,
    instructed_by   text        NOT NULL,
    outcome         text        NOT NULL DEFAULT 'sent' CHECK (outcome IN ('sent', 'unknown', 'paid', 'failed')),
    message_id      text,
    sender_serial   text,
    hub_serial      text,
    host_serial     text,
    account_no      text,
    disbursed_on    date,
    accounting_date date,
    first_due_on    date,
    refused         text,
    known_at        timestamptz,
    CHECK ((outcome = 'paid') = (host_serial IS NOT NULL))
);
CREATE INDEX loan_disbursement_of_loan ON loan_disbursement (acceptance_no);
CREATE INDEX loan_disbursement_day ON loan_disbursement (bank, accounting_date);

CREATE VIEW loan_fact_disbursement AS
SELECT d.instruction_no, d.acceptance_no, l.application_no, d.bank AS partner, d.amount_fen, d.allotment_no, d.requested_on, d.instructed_at, d.instructed_by,
       d.outcome, d.message_id, d.sender_serial, d.hub_serial, d.host_serial, d.account_no, d.disbursed_on, d.accounting_date, d.first_due_on, d.refused, d.known_at
FROM loan_disbursement d JOIN loan_loan l ON l.acceptance_no = d.acceptance_no;
COMMENT ON VIEW loan_fact_disbursement IS 'Orders to pay loans out, and what the banks did';
COMMENT ON COLUMN loan_fact_disbursement.instruction_no IS 'business serial of the centre, the first of the four identifiers';
COMMENT ON COLUMN loan_fact_disbursement.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_disbursement.application_no IS 'the bank''s number of the application';
COMMENT ON COLUMN loan_fact_disbursement.partner IS 'bank';
COMMENT ON COLUMN loan_fact_disbursement.amount_fen IS 'DKFFE';
COMMENT ON COLUMN loan_fact_disbursement.allotment_no IS 'reference of the allotment the money is taken from';
COMMENT ON COLUMN loan_fact_disbursement.requested_on IS 'day on which it should be paid';
COMMENT ON COLUMN loan_fact_disbursement.instructed_at IS 'when the bank was told';
COMMENT ON COLUMN loan_fact_disbursement.instructed_by IS 'who told it';
COMMENT ON COLUMN loan_fact_disbursement.outcome IS 'sent, unknown, paid, failed';
COMMENT ON COLUMN loan_fact_disbursement.message_id IS 'message in the journal, the second identifier; null before an answer';
COMMENT ON COLUMN loan_fact_disbursement.sender_serial IS 'serial on the wire, where it is another than the message id';
COMMENT ON COLUMN loan_fact_disbursement.hub_serial IS 'serial of the settlement system, the third identifier';
COMMENT ON COLUMN loan_fact_disbursement.host_serial IS 'serial of the bank''s host, the fourth identifier';
COMMENT ON COLUMN loan_fact_disbursement.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN loan_fact_disbursement.disbursed_on IS 'actual day (DKFFRQ)';
COMMENT ON COLUMN loan_fact_disbursement.accounting_date IS 'JZRQ';
COMMENT ON COLUMN loan_fact_disbursement.first_due_on IS 'due day of instalment 1';
COMMENT ON COLUMN loan_fact_disbursement.refused IS 'codes with which the bank did not pay';
COMMENT ON COLUMN loan_fact_disbursement.known_at IS 'when the outcome was known';

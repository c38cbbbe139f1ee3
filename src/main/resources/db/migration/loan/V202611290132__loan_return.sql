-- Payments that came back after they had been made. The account the money is on now stays in the message.
CREATE TABLE loan_return (
    bank            text        NOT NULL,
    return_no       text        NOT NULL,
    instruction_no  text        NOT NULL REFERENCES loan_disbursement,
    amount_fen      bigint      NOT NULL CHECK (amount_fen > 0),
    returned_on     date        NOT NULL,
    accounting_date date        NOT NULL,
    host_serial     text        NOT NULL,
    reason          text        NOT NULL,
    message_id      text        NOT NULL,
    told_at         timestamptz NOT NULL,
    PRIMARY KEY (bank, return_no)
);
CREATE INDEX loan_return_of_payment ON loan_return (instruction_no);

CREATE VIEW loan_fact_return AS
SELECT r.bank AS partner, r.return_no, r.instruction_no, d.acceptance_no, l.application_no, r.amount_fen, r.returned_on, r.accounting_date, r.host_serial, r.reason,
       r.message_id, r.told_at
FROM loan_return r JOIN loan_disbursement d ON d.instruction_no = r.instruction_no JOIN loan_loan l ON l.acceptance_no = d.acceptance_no;
COMMENT ON VIEW loan_fact_return IS 'Payments that came back, wholly or in part';
COMMENT ON COLUMN loan_fact_return.partner IS 'bank';
COMMENT ON COLUMN loan_fact_return.return_no IS 'the bank''s number of the return';
COMMENT ON COLUMN loan_fact_return.instruction_no IS 'payment that came back';
COMMENT ON COLUMN loan_fact_return.acceptance_no IS 'loan';
COMMENT ON COLUMN loan_fact_return.application_no IS 'the bank''s number of the application';
COMMENT ON COLUMN loan_fact_return.amount_fen IS 'what came back';
COMMENT ON COLUMN loan_fact_return.returned_on IS 'day';
COMMENT ON COLUMN loan_fact_return.accounting_date IS 'JZRQ';
COMMENT ON COLUMN loan_fact_return.host_serial IS 'serial of the return at the bank''s host (YHJSLSH)';
COMMENT ON COLUMN loan_fact_return.reason IS 'why';
COMMENT ON COLUMN loan_fact_return.message_id IS 'message in the journal';
COMMENT ON COLUMN loan_fact_return.told_at IS 'when the centre was told';

-- Instalments of a run that was given up are not ordered again before their result is told, or the bank wrote that nothing was deducted.
ALTER TABLE repayment_run_closing ADD COLUMN document text;
CREATE OR REPLACE VIEW repayment_fact_run_closing AS
SELECT c.number, c.run_no, r.bank AS partner, c.reason, c.proposed_by, c.proposed_at, c.confirmed, c.answered_by, c.answered_at, c.document
FROM repayment_run_closing c JOIN repayment_run r ON r.run_no = c.run_no;
COMMENT ON COLUMN repayment_fact_run_closing.document IS 'the bank''s written answer that nothing was deducted nor will be; null: it gave none, and its instalments wait for their result';

-- Deducted beyond what was owed: money that moved and pays nothing, until two people say what became of it.
CREATE TABLE repayment_paid_twice (
    order_no     text        NOT NULL,
    line_no      integer     NOT NULL,
    excess_fen   bigint      NOT NULL CHECK (excess_fen > 0),
    found_at     timestamptz NOT NULL,
    due_on       date        NOT NULL,
    outcome      text        CHECK (outcome IN ('returned', 'prepaid', 'bank-erred')),
    document     text,
    settled_by   text,
    settled_at   timestamptz,
    confirmed_by text,
    confirmed_at timestamptz,
    PRIMARY KEY (order_no, line_no),
    FOREIGN KEY (order_no, line_no) REFERENCES repayment_deduction_line,
    CHECK (confirmed_by IS NULL OR settled_by IS NOT NULL)
);
CREATE VIEW repayment_fact_paid_twice AS
SELECT d.bank AS partner, d.run_no, t.order_no, t.line_no, a.account_no, a.application_no, l.instalment, r.source, l.accounting_date, 'paid-twice'::text AS type, 'centre'::text AS owner,
       t.excess_fen, t.found_at, t.due_on, t.outcome, t.document, t.settled_by, t.settled_at, t.confirmed_by, t.confirmed_at, l.message_id
FROM repayment_paid_twice t JOIN repayment_deduction_line l ON l.order_no = t.order_no AND l.line_no = t.line_no JOIN repayment_deduction d ON d.order_no = t.order_no
JOIN repayment_run r ON r.run_no = d.run_no JOIN repayment_account a ON a.id = l.account;
COMMENT ON VIEW repayment_fact_paid_twice IS 'Deducted beyond what was owed of an instalment, because two runs took it';
COMMENT ON COLUMN repayment_fact_paid_twice.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_paid_twice.run_no IS 'run whose result was told later';
COMMENT ON COLUMN repayment_fact_paid_twice.order_no IS 'its order';
COMMENT ON COLUMN repayment_fact_paid_twice.line_no IS 'line of the order';
COMMENT ON COLUMN repayment_fact_paid_twice.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_paid_twice.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_paid_twice.instalment IS 'from 1 (DQQC)';
COMMENT ON COLUMN repayment_fact_paid_twice.source IS 'what it was taken from: bank-account or fund-balance';
COMMENT ON COLUMN repayment_fact_paid_twice.accounting_date IS 'JZRQ of the result';
COMMENT ON COLUMN repayment_fact_paid_twice.type IS 'of the difference: paid-twice';
COMMENT ON COLUMN repayment_fact_paid_twice.owner IS 'who has to clear it: the centre, which ordered both';
COMMENT ON COLUMN repayment_fact_paid_twice.excess_fen IS 'what pays nothing';
COMMENT ON COLUMN repayment_fact_paid_twice.found_at IS 'when the result was booked';
COMMENT ON COLUMN repayment_fact_paid_twice.due_on IS 'last day to clear it';
COMMENT ON COLUMN repayment_fact_paid_twice.outcome IS 'what became of the money: returned to the person, prepaid by agreement, bank-erred: never deducted';
COMMENT ON COLUMN repayment_fact_paid_twice.document IS 'number of the document that shows it';
COMMENT ON COLUMN repayment_fact_paid_twice.settled_by IS 'log-in name of who says so';
COMMENT ON COLUMN repayment_fact_paid_twice.settled_at IS 'when';
COMMENT ON COLUMN repayment_fact_paid_twice.confirmed_by IS 'another person; null: it is open';
COMMENT ON COLUMN repayment_fact_paid_twice.confirmed_at IS 'when';
COMMENT ON COLUMN repayment_fact_paid_twice.message_id IS 'message of the result in the journal';

-- Mandates to take a fund balance for a loan (扣缴协议). Nothing here names a person.
CREATE TABLE repayment_mandate (
    bank          text        NOT NULL,
    mandate_no    text        NOT NULL,
    account       bigint      NOT NULL REFERENCES repayment_account,
    from_on       date        NOT NULL,
    until         date        CHECK (until >= from_on),
    document      text        NOT NULL,
    registered_by text        NOT NULL,
    registered_at timestamptz NOT NULL,
    ended_on      date,
    ended_by      text,
    PRIMARY KEY (bank, mandate_no)
);
CREATE INDEX repayment_mandate_of_loan ON repayment_mandate (account);

-- Runs of deductions at banks whose ledger the centre leads.
CREATE TABLE repayment_run (
    run_no    text        PRIMARY KEY,
    bank      text        NOT NULL,
    source    text        NOT NULL CHECK (source IN ('bank-account', 'fund-balance')),
    deduct_on date        NOT NULL,
    waterfall text[]      NOT NULL,
    lines     integer     NOT NULL,
    total_fen bigint      NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by text        NOT NULL,
    closed_at timestamptz
);
-- A run on fund balances and a run on bank accounts are never open together for one bank, nor two of a kind.
CREATE UNIQUE INDEX repayment_run_one_open ON repayment_run (bank) WHERE closed_at IS NULL;

CREATE TABLE repayment_deduction (
    order_no    text        PRIMARY KEY,
    run_no      text        NOT NULL REFERENCES repayment_run,
    bank        text        NOT NULL,
    state       text        NOT NULL CHECK (state IN ('issued', 'taken', 'refused', 'done')),
    message_id  text,
    batch_no    text,
    expected_on date,
    refused     text,
    answered_at timestamptz,
    ended_at    timestamptz
);
CREATE INDEX repayment_deduction_of_run ON repayment_deduction (run_no);

-- Parts in the order principal, overdue principal, interest, overdue interest, penalty, fine.
CREATE TABLE repayment_deduction_line (
    order_no        text     NOT NULL REFERENCES repayment_deduction,
    line_no         integer  NOT NULL,
    account         bigint   NOT NULL REFERENCES repayment_account,
    instalment      integer  NOT NULL,
    due_fen         bigint[] NOT NULL CHECK (array_length(due_fen, 1) = 6),
    partial         boolean  NOT NULL,
    mandate_no      text,
    result          text,
    paid_fen        bigint[] CHECK (array_length(paid_fen, 1) = 6),
    host_serial     text,
    accounting_date date,
    message_id      text,
    PRIMARY KEY (order_no, line_no)
);
CREATE INDEX repayment_deduction_line_of_loan ON repayment_deduction_line (account);

CREATE VIEW repayment_fact_run AS
SELECT r.run_no, r.bank AS partner, r.source, r.deduct_on, r.waterfall, r.lines, r.total_fen, r.opened_at, r.opened_by, r.closed_at,
       count(*) FILTER (WHERE l.result IS NOT NULL) AS told, coalesce(sum((SELECT sum(p) FROM unnest(l.paid_fen) p)), 0)::bigint AS deducted_fen
FROM repayment_run r JOIN repayment_deduction d ON d.run_no = r.run_no JOIN repayment_deduction_line l ON l.order_no = d.order_no
GROUP BY r.run_no;
COMMENT ON VIEW repayment_fact_run IS 'Runs of deductions; their messages are in repayment_fact_deduction';
COMMENT ON COLUMN repayment_fact_run.run_no IS 'ours';
COMMENT ON COLUMN repayment_fact_run.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_run.source IS 'bank-account or fund-balance';
COMMENT ON COLUMN repayment_fact_run.deduct_on IS 'day of deduction';
COMMENT ON COLUMN repayment_fact_run.waterfall IS 'which part is paid first';
COMMENT ON COLUMN repayment_fact_run.lines IS 'instalments to deduct';
COMMENT ON COLUMN repayment_fact_run.total_fen IS 'their sum';
COMMENT ON COLUMN repayment_fact_run.opened_at IS 'when';
COMMENT ON COLUMN repayment_fact_run.opened_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_run.closed_at IS 'when no line was open any more; null: it is open';
COMMENT ON COLUMN repayment_fact_run.told IS 'lines with a result';
COMMENT ON COLUMN repayment_fact_run.deducted_fen IS 'what was deducted';

CREATE VIEW repayment_fact_deduction AS
SELECT d.run_no, d.order_no, d.bank AS partner, d.state, d.refused, l.line_no, a.account_no, a.application_no, l.instalment, l.mandate_no,
       (SELECT sum(p) FROM unnest(l.due_fen) p)::bigint AS due_fen, (SELECT sum(p) FROM unnest(l.paid_fen) p)::bigint AS paid_fen, l.result, l.host_serial,
       l.accounting_date, d.message_id AS order_message_id, l.message_id
FROM repayment_deduction d JOIN repayment_deduction_line l ON l.order_no = d.order_no JOIN repayment_account a ON a.id = l.account;
COMMENT ON VIEW repayment_fact_deduction IS 'Instalments a bank was told to deduct, and what came of it';
COMMENT ON COLUMN repayment_fact_deduction.run_no IS 'run';
COMMENT ON COLUMN repayment_fact_deduction.order_no IS 'order to the bank';
COMMENT ON COLUMN repayment_fact_deduction.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_deduction.state IS 'of the order: issued, taken, refused, done';
COMMENT ON COLUMN repayment_fact_deduction.refused IS 'codes with which the bank did not take the order';
COMMENT ON COLUMN repayment_fact_deduction.line_no IS 'line of the order';
COMMENT ON COLUMN repayment_fact_deduction.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_deduction.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_deduction.instalment IS 'from 1 (DQQC)';
COMMENT ON COLUMN repayment_fact_deduction.mandate_no IS 'mandate of the person; for a fund balance';
COMMENT ON COLUMN repayment_fact_deduction.due_fen IS 'what was to be deducted';
COMMENT ON COLUMN repayment_fact_deduction.paid_fen IS 'what was deducted; null: not told yet';
COMMENT ON COLUMN repayment_fact_deduction.result IS 'what became of it; null: not told yet';
COMMENT ON COLUMN repayment_fact_deduction.host_serial IS 'the bank''s serial of the deduction (YHJSLSH)';
COMMENT ON COLUMN repayment_fact_deduction.accounting_date IS 'JZRQ of the result';
COMMENT ON COLUMN repayment_fact_deduction.order_message_id IS 'message of the order in the journal, once the bank answered';
COMMENT ON COLUMN repayment_fact_deduction.message_id IS 'message of the result in the journal';

CREATE VIEW repayment_fact_mandate AS
SELECT m.bank AS partner, m.mandate_no, a.account_no, a.application_no, m.from_on, m.until, m.document, m.registered_by, m.registered_at, m.ended_on, m.ended_by
FROM repayment_mandate m JOIN repayment_account a ON a.id = m.account;
COMMENT ON VIEW repayment_fact_mandate IS 'Mandates to take a fund balance for a loan';
COMMENT ON COLUMN repayment_fact_mandate.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_mandate.mandate_no IS 'number of the mandate';
COMMENT ON COLUMN repayment_fact_mandate.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_mandate.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_mandate.from_on IS 'first day';
COMMENT ON COLUMN repayment_fact_mandate.until IS 'last day; null: no end agreed';
COMMENT ON COLUMN repayment_fact_mandate.document IS 'number of the document';
COMMENT ON COLUMN repayment_fact_mandate.registered_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_mandate.registered_at IS 'when';
COMMENT ON COLUMN repayment_fact_mandate.ended_on IS 'day on which it was ended before its time';
COMMENT ON COLUMN repayment_fact_mandate.ended_by IS 'log-in name';

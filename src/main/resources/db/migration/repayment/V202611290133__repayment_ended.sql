-- Loans whose payment came back whole: nothing falls due of them until they are paid out again.
CREATE TABLE repayment_return (
    account         bigint NOT NULL REFERENCES repayment_account,
    disbursed_on    date   NOT NULL,
    returned_on     date   NOT NULL,
    accounting_date date   NOT NULL,
    amount_fen      bigint NOT NULL,
    PRIMARY KEY (account, disbursed_on)
);

-- Loans that were paid back (结清). Nothing here names a person; the proof itself is in the message.
CREATE TABLE repayment_settlement (
    account         bigint      PRIMARY KEY REFERENCES repayment_account,
    settlement_no   text        NOT NULL,
    how             text        NOT NULL,
    settled_on      date        NOT NULL,
    accounting_date date        NOT NULL,
    last_fen        bigint      NOT NULL,
    interest_fen    bigint      NOT NULL,
    release         text        NOT NULL,
    proof_no        text,
    proof_digest    text,
    message_id      text        NOT NULL,
    told_at         timestamptz NOT NULL
);
CREATE VIEW repayment_fact_settlement AS
SELECT a.bank AS partner, a.account_no, a.application_no, s.settlement_no, s.how, s.settled_on, s.accounting_date, s.last_fen, s.interest_fen, s.release, s.proof_no,
       s.proof_digest, s.message_id, s.told_at
FROM repayment_settlement s JOIN repayment_account a ON a.id = s.account;
COMMENT ON VIEW repayment_fact_settlement IS 'Loans that were paid back, as their bank told and the ledger agrees';
COMMENT ON COLUMN repayment_fact_settlement.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_settlement.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_settlement.application_no IS 'the bank''s number of the application; null for a loan older than the gateway';
COMMENT ON COLUMN repayment_fact_settlement.settlement_no IS 'the bank''s number of the settlement';
COMMENT ON COLUMN repayment_fact_settlement.how IS 'at-maturity, early, by-guarantor, by-court';
COMMENT ON COLUMN repayment_fact_settlement.settled_on IS 'DKJQRQ';
COMMENT ON COLUMN repayment_fact_settlement.accounting_date IS 'JZRQ';
COMMENT ON COLUMN repayment_fact_settlement.last_fen IS 'last payment, all parts';
COMMENT ON COLUMN repayment_fact_settlement.interest_fen IS 'interest over the whole life (HSLXZE)';
COMMENT ON COLUMN repayment_fact_settlement.release IS 'security to cancel now: mortgage, pre-notice, pledge, surety, none';
COMMENT ON COLUMN repayment_fact_settlement.proof_no IS 'number of the sealed proof (结清证明); null: none came along';
COMMENT ON COLUMN repayment_fact_settlement.proof_digest IS 'SHA-256 of the proof, compared with the file';
COMMENT ON COLUMN repayment_fact_settlement.message_id IS 'message in the journal';
COMMENT ON COLUMN repayment_fact_settlement.told_at IS 'when the centre was told';

-- Loans of which a row that tells of a payment went back with a file that stands: what they owe is not known until it comes again.
CREATE TABLE repayment_sent_back (
    bank            text        NOT NULL,
    account_no      text        NOT NULL COLLATE "C",
    accounting_date date        NOT NULL,
    file            bigint      NOT NULL,
    sent_back_at    timestamptz NOT NULL,
    PRIMARY KEY (bank, account_no, accounting_date)
);

-- A bank's book of an accounting date, in its parts, beside ours. Nothing here names a person.
CREATE TABLE repayment_statement (
    bank         text        NOT NULL,
    day          date        NOT NULL,
    part         integer     NOT NULL,
    parts        integer     NOT NULL,
    statement_no text        NOT NULL,
    kinds        text[]      NOT NULL,
    message_id   text        NOT NULL,
    told_at      timestamptz NOT NULL,
    PRIMARY KEY (bank, day, part)
);
CREATE TABLE repayment_statement_item (
    bank       text     NOT NULL,
    day        date     NOT NULL,
    part       integer  NOT NULL,
    item_no    integer  NOT NULL,
    kind       text     NOT NULL,
    account_no text,
    reference  text     NOT NULL,
    amount_fen bigint   NOT NULL,
    parts_fen  bigint[] CHECK (array_length(parts_fen, 1) = 6),
    FOREIGN KEY (bank, day, part) REFERENCES repayment_statement ON DELETE CASCADE
);
CREATE INDEX repayment_statement_item_of_day ON repayment_statement_item (bank, day);

CREATE TABLE repayment_day (
    bank         text        NOT NULL,
    day          date        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('waiting', 'matched', 'differs', 'explained')),
    items        integer     NOT NULL DEFAULT 0,
    matched      integer     NOT NULL DEFAULT 0,
    comparisons  integer     NOT NULL DEFAULT 0,
    compared_at  timestamptz,
    closed_at    timestamptz,
    PRIMARY KEY (bank, day),
    CHECK ((state IN ('matched', 'explained')) = (closed_at IS NOT NULL))
);
CREATE TABLE repayment_difference (
    difference_no text        PRIMARY KEY,
    bank          text        NOT NULL,
    day           date        NOT NULL,
    type          text        NOT NULL,
    kind          text        NOT NULL,
    account_no    text,
    reference     text        NOT NULL,
    centre_fen    bigint,
    bank_fen      bigint,
    owner         text        NOT NULL,
    due_on        date        NOT NULL,
    explanation   text,
    explained_by  text,
    explained_at  timestamptz,
    confirmed_by  text,
    confirmed_at  timestamptz,
    FOREIGN KEY (bank, day) REFERENCES repayment_day,
    CHECK (confirmed_by IS NULL OR explained_by IS NOT NULL)
);
CREATE INDEX repayment_difference_of_day ON repayment_difference (bank, day);

CREATE VIEW repayment_fact_day AS
SELECT d.bank AS partner, d.day, d.state, d.items, d.matched, d.comparisons, d.compared_at, d.closed_at,
       (SELECT count(*) FROM repayment_difference f WHERE f.bank = d.bank AND f.day = d.day) AS differences,
       (SELECT count(*) FROM repayment_difference f WHERE f.bank = d.bank AND f.day = d.day AND f.confirmed_by IS NULL) AS open,
       (SELECT array_agg(s.message_id ORDER BY s.part) FROM repayment_statement s WHERE s.bank = d.bank AND s.day = d.day) AS message_ids
FROM repayment_day d;
COMMENT ON VIEW repayment_fact_day IS 'Accounting dates whose books were compared with a bank';
COMMENT ON COLUMN repayment_fact_day.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_day.day IS 'JZRQ';
COMMENT ON COLUMN repayment_fact_day.state IS 'waiting for parts, matched, differs, explained by two people';
COMMENT ON COLUMN repayment_fact_day.items IS 'items compared';
COMMENT ON COLUMN repayment_fact_day.matched IS 'of them equal in both books';
COMMENT ON COLUMN repayment_fact_day.comparisons IS 'how often the books were compared';
COMMENT ON COLUMN repayment_fact_day.compared_at IS 'when last';
COMMENT ON COLUMN repayment_fact_day.closed_at IS 'when the day was closed; null: it is open';
COMMENT ON COLUMN repayment_fact_day.differences IS 'differences found';
COMMENT ON COLUMN repayment_fact_day.open IS 'of them not explained by two people';
COMMENT ON COLUMN repayment_fact_day.message_ids IS 'messages of the bank''s statement in the journal';

CREATE VIEW repayment_fact_difference AS
SELECT difference_no, bank AS partner, day, type, kind, account_no, reference, centre_fen, bank_fen, owner, due_on, explanation, explained_by, explained_at,
       confirmed_by, confirmed_at
FROM repayment_difference;
COMMENT ON VIEW repayment_fact_difference IS 'How two books of an accounting date differ; the messages are in repayment_fact_day';
COMMENT ON COLUMN repayment_fact_difference.difference_no IS 'ours';
COMMENT ON COLUMN repayment_fact_difference.partner IS 'bank';
COMMENT ON COLUMN repayment_fact_difference.day IS 'JZRQ';
COMMENT ON COLUMN repayment_fact_difference.type IS 'missing-at-centre, missing-at-bank, amount-differs, parts-differ, cents-differ, outcome-unknown';
COMMENT ON COLUMN repayment_fact_difference.kind IS 'disbursement, return, receipt, balance, open-unknown';
COMMENT ON COLUMN repayment_fact_difference.account_no IS 'the bank''s loan account (DKZH)';
COMMENT ON COLUMN repayment_fact_difference.reference IS 'what the item comes from';
COMMENT ON COLUMN repayment_fact_difference.centre_fen IS 'in our book; null: not there';
COMMENT ON COLUMN repayment_fact_difference.bank_fen IS 'in the bank''s book; null: not there';
COMMENT ON COLUMN repayment_fact_difference.owner IS 'who has to clear it: centre or bank';
COMMENT ON COLUMN repayment_fact_difference.due_on IS 'last day to clear it';
COMMENT ON COLUMN repayment_fact_difference.explanation IS 'in words of a person of the centre';
COMMENT ON COLUMN repayment_fact_difference.explained_by IS 'log-in name';
COMMENT ON COLUMN repayment_fact_difference.explained_at IS 'when';
COMMENT ON COLUMN repayment_fact_difference.confirmed_by IS 'another person';
COMMENT ON COLUMN repayment_fact_difference.confirmed_at IS 'when';

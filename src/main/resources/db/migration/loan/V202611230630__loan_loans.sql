-- One row for each loan; what happened to it is in loan_event, which only grows.
CREATE SEQUENCE loan_acceptance;

CREATE TABLE loan_loan (
    acceptance_no text PRIMARY KEY,
    bank text NOT NULL,
    application_no text NOT NULL,
    message_id text NOT NULL,
    branch_code text NOT NULL,
    accepted_on date NOT NULL,
    accepted_at timestamptz NOT NULL,
    home_kind text NOT NULL,
    scheme text NOT NULL,
    applied_fen bigint NOT NULL,
    applied_months int NOT NULL,
    borrower_name text NOT NULL,
    borrower_identity text NOT NULL,
    application text NOT NULL,
    word text NOT NULL,
    decision text NOT NULL,
    pause text,
    paused_on date,
    pause_words text,
    return_no text,
    return_due date,
    initial_reviewer text,
    second_reviewer text,
    recommended boolean NOT NULL DEFAULT false,
    opinions int NOT NULL DEFAULT 0,
    opinion_no text,
    approved_fen bigint,
    approved_months int,
    annual_rate numeric(8, 5),
    rate_version text,
    rate_from date,
    conditions text[],
    decided_on date,
    valid_to date,
    approved_by text,
    contract text NOT NULL,
    contract_no text,
    contract_signed_on date,
    contract_opinion_no text,
    security text NOT NULL,
    pieces text[] NOT NULL DEFAULT '{}',
    money text NOT NULL,
    money_proposed_by text,
    opinion_told text,
    version int NOT NULL DEFAULT 0,
    UNIQUE (bank, application_no)
);
CREATE INDEX loan_loan_valid_to ON loan_loan (valid_to) WHERE decision = 'approved';
CREATE INDEX loan_loan_accepted_at ON loan_loan (bank, accepted_at);

-- tx orders the feed by commit: a reader who takes only rows of finished transactions never misses one.
CREATE TABLE loan_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tx bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    position numeric(38) GENERATED ALWAYS AS (tx::numeric * 1000000000000000000 + id) STORED,
    acceptance_no text NOT NULL REFERENCES loan_loan,
    type text NOT NULL,
    at timestamptz NOT NULL,
    message_id text,
    officer text,
    officer_role text,
    detail jsonb NOT NULL
);
CREATE UNIQUE INDEX loan_event_position ON loan_event (position);
CREATE INDEX loan_event_loan ON loan_event (acceptance_no, id);

CREATE TABLE loan_attachment (
    acceptance_no text NOT NULL REFERENCES loan_loan,
    digest text NOT NULL,
    kind text NOT NULL,
    size int NOT NULL,
    listed_by text NOT NULL,
    complete_at timestamptz,
    message_id text,
    PRIMARY KEY (acceptance_no, digest)
);

-- A scan cut into another number of chunks is another upload of it: one that went wrong can be begun again.
CREATE TABLE loan_attachment_chunk (
    acceptance_no text NOT NULL,
    digest text NOT NULL,
    chunks int NOT NULL,
    chunk int NOT NULL,
    bytes bytea NOT NULL,
    message_id text NOT NULL,
    PRIMARY KEY (acceptance_no, digest, chunks, chunk),
    FOREIGN KEY (acceptance_no, digest) REFERENCES loan_attachment
);
ALTER TABLE loan_attachment_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What people wrote: apart from the events, because it may name persons.
CREATE TABLE loan_remark (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    acceptance_no text NOT NULL REFERENCES loan_loan,
    about text NOT NULL,
    at timestamptz NOT NULL,
    officer text NOT NULL,
    officer_role text NOT NULL,
    words text NOT NULL
);
CREATE INDEX loan_remark_loan ON loan_remark (acceptance_no, id);

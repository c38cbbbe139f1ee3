-- Objections (异议): who disputes what was reported of an account. A person is named by their part in the loan, never by name.
CREATE TABLE credit_objection (
    objection_no text        PRIMARY KEY,
    account      text        NOT NULL,
    person       text        NOT NULL,
    contested    text        NOT NULL,
    received_on  date        NOT NULL,
    center_no    text        UNIQUE,
    due_on       date        NOT NULL,
    stage        text        NOT NULL CHECK (stage IN ('checking', 'found', 'to-correct', 'to-reply', 'replied')),
    marked       boolean     NOT NULL,
    finding      text        CHECK (finding IN ('justified', 'unjustified')),
    found_by     text,
    CHECK ((finding IS NULL) = (stage = 'checking') AND (found_by IS NULL) = (finding IS NULL))
);
CREATE INDEX credit_objection_open ON credit_objection (due_on) WHERE stage <> 'replied';

-- Everything done about one, in its order, never changed. Step 0 is the receipt.
CREATE TABLE credit_objection_act (
    objection_no text        NOT NULL REFERENCES credit_objection,
    step         smallint    NOT NULL,
    act          text        NOT NULL,
    detail       text,
    by_whom      text        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (objection_no, step)
);

-- What the console shows. waits_for: "centre" until the written answer left, then "nobody". due_on: last day of the written answer.
CREATE VIEW credit_fact_objection AS
SELECT objection_no, account, person, contested, received_on, center_no, due_on, stage, marked, finding, found_by,
       CASE stage WHEN 'replied' THEN 'nobody' ELSE 'centre' END AS waits_for
FROM credit_objection;

CREATE VIEW credit_fact_objection_act AS
SELECT objection_no, step, act, detail, by_whom, at FROM credit_objection_act;

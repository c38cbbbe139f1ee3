-- Written consents to be asked about, beside those an application brought. A person is named by their part in the loan.
CREATE TABLE credit_authorisation (
    number         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    person         text        NOT NULL,
    purpose        text        NOT NULL CHECK (purpose IN ('loan-approval', 'guarantor-check', 'post-loan', 'withdrawal-review')),
    signed_on      date        NOT NULL,
    last_day       date        NOT NULL CHECK (last_day >= signed_on),
    post_loan      boolean     NOT NULL,
    document       text        NOT NULL,
    registered_by  text        NOT NULL,
    registered_at  timestamptz NOT NULL
);
CREATE INDEX credit_authorisation_of ON credit_authorisation (partner, application_no, person);

-- The last number given on a day; numbers of enquiries are made of it and never given twice.
CREATE TABLE credit_enquiry_number (
    day  date PRIMARY KEY,
    last int  NOT NULL CHECK (last BETWEEN 1 AND 99999999)
);

CREATE TABLE credit_enquiry (
    number         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enquiry_no     text        UNIQUE,
    center         text        NOT NULL,
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    person         text        NOT NULL,
    purpose        text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('waiting', 'declined', 'asked', 'found', 'no-record', 'unreadable', 'rejected', 'reused')),
    consent        text,
    uses           bigint      REFERENCES credit_enquiry,
    asked_by       text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    agreed_by      text,
    agreed_at      timestamptz,
    answered_at    timestamptz,
    codes          text,
    report         bytea,
    facts          bytea,
    CHECK ((state IN ('waiting', 'declined', 'reused')) = (enquiry_no IS NULL)),
    CHECK ((state = 'reused') = (uses IS NOT NULL)),
    CHECK (state <> 'found' OR (report IS NOT NULL AND facts IS NOT NULL))
);
CREATE INDEX credit_enquiry_of ON credit_enquiry (partner, application_no, person);
CREATE INDEX credit_enquiry_use ON credit_enquiry (asked_by, asked_at);

-- Who looked at a report, each time.
CREATE TABLE credit_enquiry_look (
    number bigint      NOT NULL REFERENCES credit_enquiry,
    who    text        NOT NULL,
    at     timestamptz NOT NULL
);
CREATE INDEX credit_enquiry_look_of ON credit_enquiry_look (number, at);

CREATE VIEW credit_fact_authorisation AS
SELECT number, partner, application_no, person, purpose, signed_on, last_day, post_loan, document, registered_by, registered_at FROM credit_authorisation;
COMMENT ON VIEW credit_fact_authorisation IS 'Written consents to be asked about (查询授权), as they were registered';
COMMENT ON COLUMN credit_fact_authorisation.number IS 'ours';
COMMENT ON COLUMN credit_fact_authorisation.partner IS 'bank that took the application';
COMMENT ON COLUMN credit_fact_authorisation.application_no IS 'application';
COMMENT ON COLUMN credit_fact_authorisation.person IS 'by part in the loan, never by name';
COMMENT ON COLUMN credit_fact_authorisation.purpose IS 'loan-approval, guarantor-check, post-loan, withdrawal-review';
COMMENT ON COLUMN credit_fact_authorisation.signed_on IS 'day it was signed';
COMMENT ON COLUMN credit_fact_authorisation.last_day IS 'valid to, inclusive';
COMMENT ON COLUMN credit_fact_authorisation.post_loan IS 'whether a clause of its own allows asking while the loan is repaid';
COMMENT ON COLUMN credit_fact_authorisation.document IS 'SHA-256 of what was signed';
COMMENT ON COLUMN credit_fact_authorisation.registered_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_authorisation.registered_at IS 'when';

CREATE VIEW credit_fact_enquiry AS
SELECT number, enquiry_no, center, partner, application_no, person, purpose, state, consent, uses, asked_by, asked_at, agreed_by, agreed_at, answered_at, codes,
       (SELECT count(*) FROM credit_enquiry_look l WHERE l.number = e.number) AS looks
FROM credit_enquiry e;
COMMENT ON VIEW credit_fact_enquiry IS 'Enquiries at the credit reference system, without what they brought';
COMMENT ON COLUMN credit_fact_enquiry.number IS 'ours';
COMMENT ON COLUMN credit_fact_enquiry.enquiry_no IS 'number of the message on the wire; null: nothing was sent';
COMMENT ON COLUMN credit_fact_enquiry.center IS 'partner that is asked';
COMMENT ON COLUMN credit_fact_enquiry.partner IS 'bank that took the application';
COMMENT ON COLUMN credit_fact_enquiry.application_no IS 'application';
COMMENT ON COLUMN credit_fact_enquiry.person IS 'by part in the loan, never by name';
COMMENT ON COLUMN credit_fact_enquiry.purpose IS 'loan-approval, guarantor-check, post-loan, withdrawal-review';
COMMENT ON COLUMN credit_fact_enquiry.state IS 'waiting for a second person, declined, asked, found, no-record, unreadable, rejected, reused';
COMMENT ON COLUMN credit_fact_enquiry.consent IS 'SHA-256 of the document it stands on';
COMMENT ON COLUMN credit_fact_enquiry.uses IS 'enquiry whose report is used again';
COMMENT ON COLUMN credit_fact_enquiry.asked_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_enquiry.asked_at IS 'when';
COMMENT ON COLUMN credit_fact_enquiry.agreed_by IS 'second person; null: none, or none yet';
COMMENT ON COLUMN credit_fact_enquiry.agreed_at IS 'when';
COMMENT ON COLUMN credit_fact_enquiry.answered_at IS 'when the Center answered';
COMMENT ON COLUMN credit_fact_enquiry.codes IS 'why it was rejected, or what is wrong with the report';
COMMENT ON COLUMN credit_fact_enquiry.looks IS 'how often somebody looked at the report';

CREATE VIEW credit_fact_enquiry_look AS SELECT number, who, at FROM credit_enquiry_look;
COMMENT ON VIEW credit_fact_enquiry_look IS 'Who looked at a report, each time';
COMMENT ON COLUMN credit_fact_enquiry_look.number IS 'enquiry';
COMMENT ON COLUMN credit_fact_enquiry_look.who IS 'log-in name';
COMMENT ON COLUMN credit_fact_enquiry_look.at IS 'when';

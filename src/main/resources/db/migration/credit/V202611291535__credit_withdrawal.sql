-- Consents taken back: whatever the person signed up to that day counts no longer.
CREATE TABLE credit_withdrawal (
    number         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner        text        NOT NULL,
    application_no text        NOT NULL,
    person         text        NOT NULL,
    what           text        NOT NULL CHECK (what IN ('enquiry', 'reporting')),
    withdrawn_on   date        NOT NULL,
    document       text        NOT NULL,
    registered_by  text        NOT NULL,
    registered_at  timestamptz NOT NULL
);
CREATE INDEX credit_withdrawal_of ON credit_withdrawal (partner, application_no, person);

CREATE VIEW credit_fact_withdrawal AS
SELECT number, partner, application_no, person, what, withdrawn_on, document, registered_by, registered_at FROM credit_withdrawal;
COMMENT ON VIEW credit_fact_withdrawal IS 'Consents taken back (撤回授权)';
COMMENT ON COLUMN credit_fact_withdrawal.number IS 'ours';
COMMENT ON COLUMN credit_fact_withdrawal.partner IS 'bank that took the application';
COMMENT ON COLUMN credit_fact_withdrawal.application_no IS 'application';
COMMENT ON COLUMN credit_fact_withdrawal.person IS 'by part in the loan, never by name';
COMMENT ON COLUMN credit_fact_withdrawal.what IS 'enquiry: being asked about; reporting: being told of to the Center for the first time';
COMMENT ON COLUMN credit_fact_withdrawal.withdrawn_on IS 'what was signed up to this day counts no longer';
COMMENT ON COLUMN credit_fact_withdrawal.document IS 'SHA-256 of what the person signed';
COMMENT ON COLUMN credit_fact_withdrawal.registered_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_withdrawal.registered_at IS 'when';

-- What branches want registered, from the one visit to the registry. Content is personal data, concealed under the application's keys, and gone once it was destroyed.
CREATE TABLE mortgage_request (
    bank           text        NOT NULL,
    request_no     text        NOT NULL,
    application_no text        NOT NULL,
    kind           text        NOT NULL,
    origin         text        NOT NULL CHECK (origin IN ('bank', 'application')),
    state          text        NOT NULL CHECK (state IN ('held', 'filed', 'destroyed', 'replaced')),
    in_force       boolean     NOT NULL,
    waits_for      text[]      NOT NULL,
    content        bytea       CHECK ((content IS NULL) = (state = 'destroyed' OR state = 'replaced')),
    content_digest bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
    message_id     text        NOT NULL,
    taken_at       timestamptz NOT NULL,
    check_no       text,
    case_no        text        REFERENCES mortgage_case,
    ended_at       timestamptz,
    ended_by       text,
    PRIMARY KEY (bank, request_no)
);
CREATE INDEX mortgage_request_application ON mortgage_request (bank, application_no);
CREATE INDEX mortgage_request_waiting ON mortgage_request (taken_at) WHERE state = 'held' AND in_force;
CREATE UNIQUE INDEX mortgage_request_case ON mortgage_request (case_no) WHERE case_no IS NOT NULL;

-- Questions to the register about a home, and what it said.
CREATE TABLE mortgage_check (
    check_no       text        PRIMARY KEY,
    partner        text        NOT NULL,
    bank           text        NOT NULL,
    application_no text        NOT NULL,
    request_no     text,
    asked_at       timestamptz NOT NULL,
    answered_at    timestamptz,
    checked_at     timestamptz,
    verdict        text,
    hindrances     text[]      NOT NULL DEFAULT '{}',
    answer         bytea,
    refused        text
);
CREATE INDEX mortgage_check_application ON mortgage_check (bank, application_no);

CREATE VIEW mortgage_fact_request AS
SELECT bank, request_no, application_no, kind, origin, state, in_force, waits_for, content_digest, message_id, taken_at, check_no, case_no, ended_at, ended_by
FROM mortgage_request;
COMMENT ON VIEW mortgage_fact_request IS 'Requests to the registries as branches made them; no personal data';
COMMENT ON COLUMN mortgage_fact_request.bank IS 'bank whose branch made it';
COMMENT ON COLUMN mortgage_fact_request.request_no IS 'the bank''s number of the request; of one that came inside an application its number';
COMMENT ON COLUMN mortgage_fact_request.application_no IS 'the bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_request.kind IS 'double-pre-notice, mortgage, conversion, change, cancellation';
COMMENT ON COLUMN mortgage_fact_request.origin IS 'bank: a message of its own; application: prepared from the loan application';
COMMENT ON COLUMN mortgage_fact_request.state IS 'held, filed, destroyed, replaced';
COMMENT ON COLUMN mortgage_fact_request.in_force IS 'whether the loan is approved and its contract in force';
COMMENT ON COLUMN mortgage_fact_request.waits_for IS 'why it is not filed';
COMMENT ON COLUMN mortgage_fact_request.content_digest IS 'digest of what was asked for; all that is left of it once it was destroyed';
COMMENT ON COLUMN mortgage_fact_request.message_id IS 'message that brought it, in the journal';
COMMENT ON COLUMN mortgage_fact_request.taken_at IS 'when it came';
COMMENT ON COLUMN mortgage_fact_request.check_no IS 'latest question to the register before filing';
COMMENT ON COLUMN mortgage_fact_request.case_no IS 'case it was filed as';
COMMENT ON COLUMN mortgage_fact_request.ended_at IS 'when it was destroyed or replaced';
COMMENT ON COLUMN mortgage_fact_request.ended_by IS 'what destroyed it: rejected, withdrawn, approval-expired; or the request that replaced it';

CREATE VIEW mortgage_fact_check AS
SELECT check_no, partner, bank, application_no, request_no, asked_at, answered_at, checked_at, verdict, hindrances, refused FROM mortgage_check;
COMMENT ON VIEW mortgage_fact_check IS 'What the register was asked about homes and what follows from its answers';
COMMENT ON COLUMN mortgage_fact_check.check_no IS 'our number of the question; subject of its messages with the registry';
COMMENT ON COLUMN mortgage_fact_check.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_check.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_check.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_check.request_no IS 'request that waits for it; null: asked at acceptance';
COMMENT ON COLUMN mortgage_fact_check.asked_at IS 'when it was posted';
COMMENT ON COLUMN mortgage_fact_check.answered_at IS 'when the answer was heard; null: not known, which is not clean';
COMMENT ON COLUMN mortgage_fact_check.checked_at IS 'state of the register, by its clock';
COMMENT ON COLUMN mortgage_fact_check.verdict IS 'clean, not-known, being-decided, in-the-way; only the first is clean';
COMMENT ON COLUMN mortgage_fact_check.hindrances IS 'what keeps it from being clean, such as seizure:in-the-way';
COMMENT ON COLUMN mortgage_fact_check.refused IS 'failure codes when the registry did not answer the question';

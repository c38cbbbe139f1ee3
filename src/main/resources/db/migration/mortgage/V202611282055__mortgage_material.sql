-- Scans of loans that are wholly here, as the loans told it; no bytes, no personal data.
CREATE TABLE mortgage_scan (
    bank           text        NOT NULL,
    application_no text        NOT NULL,
    digest         text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    kind           text        NOT NULL,
    size           integer     NOT NULL CHECK (size > 0),
    here_at        timestamptz NOT NULL,
    PRIMARY KEY (bank, application_no, digest)
);

-- What banks handed in because a registry asked for more.
CREATE TABLE mortgage_supplement (
    supplement_no text        PRIMARY KEY,
    case_no       text        NOT NULL REFERENCES mortgage_case,
    bank_no       text        NOT NULL,
    message_id    text        NOT NULL,
    asked_for_at  timestamptz NOT NULL,
    content       bytea       NOT NULL,
    state         text        NOT NULL CHECK (state IN ('held', 'sent', 'taken', 'refused')),
    refused       text,
    handed_in_at  timestamptz NOT NULL,
    sent_at       timestamptz,
    answered_at   timestamptz
);
CREATE INDEX mortgage_supplement_case ON mortgage_supplement (case_no, handed_in_at);

-- Files that go to a registry with an application or a supplement. Their bytes stay with the loan until a part of them is sent.
CREATE TABLE mortgage_material (
    case_no   text        NOT NULL REFERENCES mortgage_case,
    digest    text        NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
    kind      text        NOT NULL,
    size      integer     NOT NULL CHECK (size > 0),
    goes_with text        NOT NULL,
    place     integer     NOT NULL,
    longest   integer     NOT NULL CHECK (longest > 0),
    parts     integer     NOT NULL CHECK (parts > 0),
    taken     integer     NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND parts),
    state     text        NOT NULL CHECK (state IN ('held', 'waiting', 'sent', 'there', 'refused')),
    refused   text,
    sent_at   timestamptz,
    told_at   timestamptz,
    PRIMARY KEY (case_no, digest)
);
CREATE INDEX mortgage_material_waiting ON mortgage_material (case_no, place) WHERE state = 'waiting';

CREATE VIEW mortgage_fact_supplement AS
SELECT supplement_no, case_no, bank_no, message_id, asked_for_at, state, refused, handed_in_at, sent_at, answered_at FROM mortgage_supplement;
COMMENT ON VIEW mortgage_fact_supplement IS 'What banks handed in because a registry asked for more';
COMMENT ON COLUMN mortgage_fact_supplement.supplement_no IS 'our number of it, told to the registry';
COMMENT ON COLUMN mortgage_fact_supplement.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_supplement.bank_no IS 'the bank''s number of it';
COMMENT ON COLUMN mortgage_fact_supplement.message_id IS 'message that brought it, in the journal';
COMMENT ON COLUMN mortgage_fact_supplement.asked_for_at IS 'state_at of the case it answers, by the registry''s clock';
COMMENT ON COLUMN mortgage_fact_supplement.state IS 'held until every file is here, sent, taken, refused';
COMMENT ON COLUMN mortgage_fact_supplement.refused IS 'failure codes when the registry did not take it';
COMMENT ON COLUMN mortgage_fact_supplement.handed_in_at IS 'when the bank handed it in';
COMMENT ON COLUMN mortgage_fact_supplement.sent_at IS 'when it was posted to the registry';
COMMENT ON COLUMN mortgage_fact_supplement.answered_at IS 'when the registry answered';

CREATE VIEW mortgage_fact_material AS
SELECT case_no, digest, kind, size, goes_with, place, longest, parts, taken, state, refused, sent_at, told_at FROM mortgage_material;
COMMENT ON VIEW mortgage_fact_material IS 'Files that go to a registry, without their bytes';
COMMENT ON COLUMN mortgage_fact_material.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_material.digest IS 'SHA-256 of the file';
COMMENT ON COLUMN mortgage_fact_material.kind IS 'what it is, such as identity-card';
COMMENT ON COLUMN mortgage_fact_material.size IS 'bytes';
COMMENT ON COLUMN mortgage_fact_material.goes_with IS 'application, or our number of a supplement';
COMMENT ON COLUMN mortgage_fact_material.place IS 'order in which they are sent';
COMMENT ON COLUMN mortgage_fact_material.longest IS 'bytes of every part but the last';
COMMENT ON COLUMN mortgage_fact_material.parts IS 'how many parts it is sent in';
COMMENT ON COLUMN mortgage_fact_material.taken IS 'how many of them the registry took';
COMMENT ON COLUMN mortgage_fact_material.state IS 'held until the registry answered what it goes with, waiting, sent: a part is on its way, there, refused';
COMMENT ON COLUMN mortgage_fact_material.refused IS 'failure codes when the registry did not take it';
COMMENT ON COLUMN mortgage_fact_material.sent_at IS 'when its latest part was posted';
COMMENT ON COLUMN mortgage_fact_material.told_at IS 'when the registry answered last';

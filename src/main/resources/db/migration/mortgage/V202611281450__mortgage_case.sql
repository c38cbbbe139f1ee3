-- Cases at the registries. What was applied for is personal data, concealed under its subject's keys; the other columns follow from what was told.
CREATE TABLE mortgage_case (
    case_no        text        PRIMARY KEY,
    partner        text        NOT NULL,
    bank           text        NOT NULL,
    application_no text        NOT NULL,
    kind           text        NOT NULL,
    area_code      text        NOT NULL,
    content        bytea       NOT NULL,
    content_digest bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
    filed_by       text        NOT NULL,
    filed_on       date        NOT NULL,
    filed_at       timestamptz NOT NULL,
    promised_by    date        NOT NULL,
    legal_by       date        NOT NULL,
    registry_no    text,
    state          text,
    state_at       timestamptz,
    due_on         date,
    registered     boolean     NOT NULL DEFAULT false,
    certified      boolean     NOT NULL DEFAULT false,
    settled        boolean     NOT NULL DEFAULT false,
    doubts         text[]      NOT NULL DEFAULT '{}',
    refused        text,
    heard_at       timestamptz,
    asked_at       timestamptz
);
CREATE INDEX mortgage_case_open ON mortgage_case (greatest(filed_at, heard_at, asked_at)) WHERE NOT settled;
CREATE INDEX mortgage_case_application ON mortgage_case (bank, application_no);

-- Everything that was told of a case, once; folding it in any order gives the same case.
CREATE TABLE mortgage_told (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no    text        NOT NULL REFERENCES mortgage_case,
    digest     bytea       NOT NULL CHECK (octet_length(digest) = 32),
    kind       text        NOT NULL CHECK (kind IN ('state', 'entry', 'certificate')),
    content    bytea       NOT NULL,
    way        text        NOT NULL,
    message_id text,
    heard_at   timestamptz NOT NULL,
    CONSTRAINT mortgage_told_once UNIQUE (case_no, digest)
);

-- Days that were reconciled with a registry.
CREATE TABLE mortgage_day (
    partner  text        NOT NULL,
    day      date        NOT NULL,
    begun_at timestamptz NOT NULL,
    rows     integer     NOT NULL DEFAULT 0,
    unknown  integer     NOT NULL DEFAULT 0,
    done_at  timestamptz,
    PRIMARY KEY (partner, day)
);

CREATE VIEW mortgage_fact_case AS
SELECT case_no, partner, bank, application_no, kind, area_code, filed_by, filed_on, filed_at, promised_by, legal_by, registry_no, state, state_at, due_on,
       registered, certified, settled, doubts, refused, heard_at, asked_at
FROM mortgage_case;
COMMENT ON VIEW mortgage_fact_case IS 'Cases at the registries as they stand; no personal data';
COMMENT ON COLUMN mortgage_fact_case.case_no IS 'our number of the case; subject of its messages with the registry';
COMMENT ON COLUMN mortgage_fact_case.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_case.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_case.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_case.kind IS 'double-pre-notice, mortgage, conversion, change, cancellation';
COMMENT ON COLUMN mortgage_fact_case.area_code IS 'county';
COMMENT ON COLUMN mortgage_fact_case.filed_by IS 'who had it applied for';
COMMENT ON COLUMN mortgage_fact_case.filed_on IS 'day from which the registry''s working days count; the day itself does not';
COMMENT ON COLUMN mortgage_fact_case.filed_at IS 'when it was posted';
COMMENT ON COLUMN mortgage_fact_case.promised_by IS 'last of the working days the registry promises';
COMMENT ON COLUMN mortgage_fact_case.legal_by IS 'last of the working days the law allows';
COMMENT ON COLUMN mortgage_fact_case.registry_no IS 'the registry''s number of the case; null before the first word';
COMMENT ON COLUMN mortgage_fact_case.state IS 'where it is at the registry; null before the first word';
COMMENT ON COLUMN mortgage_fact_case.state_at IS 'since when, by the registry''s clock';
COMMENT ON COLUMN mortgage_fact_case.due_on IS 'last day to supplement';
COMMENT ON COLUMN mortgage_fact_case.registered IS 'whether what was applied for stands in the register, beyond doubt';
COMMENT ON COLUMN mortgage_fact_case.certified IS 'whether every proof has its certificate';
COMMENT ON COLUMN mortgage_fact_case.settled IS 'whether nothing more is asked';
COMMENT ON COLUMN mortgage_fact_case.doubts IS 'why something told was not taken: a person must look';
COMMENT ON COLUMN mortgage_fact_case.refused IS 'failure codes when the registry did not take the application';
COMMENT ON COLUMN mortgage_fact_case.heard_at IS 'when the registry was heard last';
COMMENT ON COLUMN mortgage_fact_case.asked_at IS 'when it was asked last';

CREATE VIEW mortgage_fact_told AS
SELECT id, case_no, kind, way, message_id, heard_at FROM mortgage_told;
COMMENT ON VIEW mortgage_fact_told IS 'What was told of a case, without its content';
COMMENT ON COLUMN mortgage_fact_told.id IS 'order of hearing';
COMMENT ON COLUMN mortgage_fact_told.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_told.kind IS 'state, entry, certificate';
COMMENT ON COLUMN mortgage_fact_told.way IS 'receipt, call-back, poll, reconciliation';
COMMENT ON COLUMN mortgage_fact_told.message_id IS 'message that brought it, in the journal';
COMMENT ON COLUMN mortgage_fact_told.heard_at IS 'when it was heard first';

-- Sealed files by digest, so that one is stored once and found by what it is.
CREATE TABLE opinion_document (
    digest  text PRIMARY KEY,
    format  text        NOT NULL,
    bytes   bytea       NOT NULL,
    made_at timestamptz NOT NULL
);
-- already deflated
ALTER TABLE opinion_document ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE opinion_opinion (
    opinion_no     text PRIMARY KEY,
    version        int         NOT NULL CHECK (version > 0),
    bank           text        NOT NULL,
    application_no text        NOT NULL,
    acceptance_no  text        NOT NULL,
    amount_fen     bigint      NOT NULL CHECK (amount_fen > 0),
    months         int         NOT NULL,
    rate_version   text        NOT NULL,
    decided_on     date        NOT NULL,
    valid_to       date        NOT NULL,
    content_digest text        NOT NULL,
    document       text        NOT NULL REFERENCES opinion_document,
    issued_at      timestamptz NOT NULL,
    UNIQUE (bank, application_no, version)
);

-- who had a document sealed, why, with what
CREATE TABLE opinion_sealing (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opinion_no  text        NOT NULL REFERENCES opinion_opinion,
    version     int         NOT NULL,
    document    text        NOT NULL REFERENCES opinion_document,
    sealed_at   timestamptz NOT NULL,
    reviewed_by text        NOT NULL,
    approved_by text        NOT NULL,
    reason      text        NOT NULL,
    device      text        NOT NULL,
    certificate text        NOT NULL,
    effective   boolean     NOT NULL
);

-- what happened to an opinion after it was sealed
CREATE TABLE opinion_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opinion_no text        NOT NULL REFERENCES opinion_opinion,
    kind       text        NOT NULL
        CHECK (kind IN ('delivered', 'delivery-refused', 'printed', 'superseded', 'revoked', 'revocation-delivered')),
    at         timestamptz NOT NULL,
    message_id text,
    copies     int,
    who        text,
    remark     text
);
CREATE INDEX opinion_event_opinion ON opinion_event (opinion_no, id);
-- an opinion loses its force once
CREATE UNIQUE INDEX opinion_event_end ON opinion_event (opinion_no) WHERE kind IN ('superseded', 'revoked');
CREATE UNIQUE INDEX opinion_event_message ON opinion_event (opinion_no, kind, message_id);

CREATE FUNCTION opinion_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was sealed is never changed';
END $$;
CREATE TRIGGER opinion_document_is_final BEFORE UPDATE OR DELETE ON opinion_document
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();
CREATE TRIGGER opinion_opinion_is_final BEFORE UPDATE OR DELETE ON opinion_opinion
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();
CREATE TRIGGER opinion_sealing_is_final BEFORE UPDATE OR DELETE ON opinion_sealing
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();
CREATE TRIGGER opinion_event_is_final BEFORE UPDATE OR DELETE ON opinion_event
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();

CREATE VIEW opinion_fact_opinion AS
SELECT o.opinion_no, o.version, o.bank, o.application_no, o.acceptance_no, o.amount_fen, o.months, o.rate_version,
       o.decided_on, o.valid_to, d.format, o.document AS digest, o.issued_at,
       s.reviewed_by, s.approved_by, s.device, s.effective,
       coalesce(e.ended, 'in-force') AS standing, e.ended_at,
       e.delivered_at, e.delivery_message, coalesce(e.copies, 0)::int AS copies_printed, e.print_messages
FROM opinion_opinion o
JOIN opinion_document d ON d.digest = o.document
JOIN opinion_sealing s ON s.opinion_no = o.opinion_no AND s.document = o.document
LEFT JOIN LATERAL (
    SELECT min(kind) FILTER (WHERE kind IN ('superseded', 'revoked')) AS ended,
           min(at) FILTER (WHERE kind IN ('superseded', 'revoked')) AS ended_at,
           min(at) FILTER (WHERE kind = 'delivered') AS delivered_at,
           min(message_id) FILTER (WHERE kind = 'delivered') AS delivery_message,
           sum(copies) FILTER (WHERE kind = 'printed') AS copies,
           array_agg(message_id ORDER BY id) FILTER (WHERE kind = 'printed') AS print_messages
    FROM opinion_event v WHERE v.opinion_no = o.opinion_no) e ON true;
COMMENT ON VIEW opinion_fact_opinion IS 'Approval opinions (审批意见), one row for each version';
COMMENT ON COLUMN opinion_fact_opinion.opinion_no IS 'Serial number of the opinion';
COMMENT ON COLUMN opinion_fact_opinion.version IS 'Counts from 1 for each application; a higher one supersedes';
COMMENT ON COLUMN opinion_fact_opinion.bank IS 'Partner id of the bank it was issued to';
COMMENT ON COLUMN opinion_fact_opinion.application_no IS 'The bank''s number of the application';
COMMENT ON COLUMN opinion_fact_opinion.acceptance_no IS 'The centre''s number of the application';
COMMENT ON COLUMN opinion_fact_opinion.amount_fen IS 'Approved amount, fen';
COMMENT ON COLUMN opinion_fact_opinion.months IS 'Approved term, months';
COMMENT ON COLUMN opinion_fact_opinion.rate_version IS 'Version of the rate table';
COMMENT ON COLUMN opinion_fact_opinion.decided_on IS 'Business date of the decision';
COMMENT ON COLUMN opinion_fact_opinion.valid_to IS 'Last day on which a contract may be signed on it';
COMMENT ON COLUMN opinion_fact_opinion.format IS 'pdf or ofd';
COMMENT ON COLUMN opinion_fact_opinion.digest IS 'SHA-256 of the sealed file, hexadecimal';
COMMENT ON COLUMN opinion_fact_opinion.issued_at IS 'When it was sealed, real clock';
COMMENT ON COLUMN opinion_fact_opinion.reviewed_by IS 'Who reviewed the loan';
COMMENT ON COLUMN opinion_fact_opinion.approved_by IS 'Who approved the loan';
COMMENT ON COLUMN opinion_fact_opinion.device IS 'What holds the seal''s key';
COMMENT ON COLUMN opinion_fact_opinion.effective IS 'False: marked as a demonstration without legal effect';
COMMENT ON COLUMN opinion_fact_opinion.standing IS 'in-force, superseded or revoked';
COMMENT ON COLUMN opinion_fact_opinion.ended_at IS 'When it lost its force; null while in force';
COMMENT ON COLUMN opinion_fact_opinion.delivered_at IS 'When the bank''s signed receipt came; null before';
COMMENT ON COLUMN opinion_fact_opinion.delivery_message IS 'Message id under which it was delivered; null before';
COMMENT ON COLUMN opinion_fact_opinion.copies_printed IS 'Copies the branch reported as printed';
COMMENT ON COLUMN opinion_fact_opinion.print_messages IS 'Message ids of the reports; null when none';

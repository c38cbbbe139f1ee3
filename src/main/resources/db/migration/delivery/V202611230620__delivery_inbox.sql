-- Messages that were taken: each number once per partner, each business key once per partner and operation.
CREATE TABLE delivery_inbox (
    partner        text        NOT NULL,
    message_id     text        NOT NULL,
    operation      text        NOT NULL,
    business_key   text,                 -- null: a pure question, or a repeat under a new number
    content_digest bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
    raw_digest     bytea       NOT NULL CHECK (octet_length(raw_digest) = 32),
    repeats        text,                 -- number of the message this one repeats
    admitted_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT delivery_inbox_number UNIQUE (partner, message_id),
    CONSTRAINT delivery_inbox_business_key UNIQUE (partner, operation, business_key)
);

-- Which bytes were answered how. The answer itself lies in the journal, once, encrypted.
CREATE TABLE delivery_answer (
    partner     text        NOT NULL,
    raw_digest  bytea       NOT NULL CHECK (octet_length(raw_digest) = 32),
    message_id  text        NOT NULL,
    admitted    boolean     NOT NULL,
    record      uuid        NOT NULL,
    reply       text        NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT delivery_answer_bytes PRIMARY KEY (partner, raw_digest)
);
CREATE INDEX delivery_answer_refused ON delivery_answer (partner, message_id, answered_at) WHERE NOT admitted;

CREATE VIEW delivery_fact_inbox AS
SELECT a.partner, a.message_id, i.operation, i.business_key, a.admitted AS accepted, i.repeats, a.record, a.answered_at
FROM delivery_answer a
LEFT JOIN delivery_inbox i ON a.admitted AND i.partner = a.partner AND i.message_id = a.message_id;
COMMENT ON VIEW delivery_fact_inbox IS 'Messages of partners that were answered for good, taken or refused';
COMMENT ON COLUMN delivery_fact_inbox.partner IS 'Who sent it';
COMMENT ON COLUMN delivery_fact_inbox.message_id IS 'The partner''s number of the message';
COMMENT ON COLUMN delivery_fact_inbox.operation IS 'Canonical operation; null when it was refused';
COMMENT ON COLUMN delivery_fact_inbox.business_key IS 'Business key it took; null for questions, repeats and refusals';
COMMENT ON COLUMN delivery_fact_inbox.accepted IS 'Whether it had effects, or repeats one that had';
COMMENT ON COLUMN delivery_fact_inbox.repeats IS 'Number of the message it repeats; null when it is the first';
COMMENT ON COLUMN delivery_fact_inbox.record IS 'Journal record of the answer';
COMMENT ON COLUMN delivery_fact_inbox.answered_at IS 'When the answer was stored';

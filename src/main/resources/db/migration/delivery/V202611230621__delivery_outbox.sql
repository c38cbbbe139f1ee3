-- Messages on their way out. The state says how far a message got; the lease says who works on it, and is told by the database's own clock.
CREATE TABLE delivery_outbox (
    seq            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id     text        NOT NULL UNIQUE,
    partner        text        NOT NULL,
    operation      text        NOT NULL,
    business_key   text,                 -- null: a pure question
    subject        text,                 -- messages of one subject go out in order
    content        text,                 -- canonical JSON; dropped when the outcome is known and its effects are done
    content_digest bytea       NOT NULL CHECK (octet_length(content_digest) = 32),
    posted_at      timestamptz NOT NULL,
    state          text        NOT NULL CHECK (state IN ('POSTED', 'DEPARTED', 'UNKNOWN', 'ANSWERED', 'SETTLED', 'HELD')),
    attempts       int         NOT NULL DEFAULT 0,
    enquiries      int         NOT NULL DEFAULT 0,
    effect_tries   int         NOT NULL DEFAULT 0,
    due_at         timestamptz,          -- null: nothing to do by itself
    since          timestamptz,
    cause          text,
    detail         text,
    expected_by    timestamptz,
    reply          text,
    record         uuid,                 -- last journal record
    lease_owner    text,
    lease_token    bigint      NOT NULL DEFAULT 0,
    lease_until    timestamptz,
    CONSTRAINT delivery_outbox_business_key UNIQUE (partner, operation, business_key),
    CONSTRAINT delivery_outbox_content CHECK (state = 'SETTLED' OR content IS NOT NULL)
);
CREATE INDEX delivery_outbox_due ON delivery_outbox (partner, due_at) WHERE due_at IS NOT NULL AND state IN ('POSTED', 'UNKNOWN');
CREATE INDEX delivery_outbox_order ON delivery_outbox (partner, subject, seq) WHERE state <> 'SETTLED';
CREATE INDEX delivery_outbox_open ON delivery_outbox (state, lease_until) WHERE state IN ('DEPARTED', 'ANSWERED', 'UNKNOWN', 'HELD');
CREATE INDEX delivery_outbox_subject ON delivery_outbox (subject);

-- One stop per partner that stands, and all that stood.
CREATE TABLE delivery_partner_stop (
    id            uuid        PRIMARY KEY,
    partner       text        NOT NULL,
    reason        text        NOT NULL,
    stopped_by    text        NOT NULL,
    since         timestamptz NOT NULL,
    resumed_by    text,
    resumed_at    timestamptz,
    resume_reason text
);
CREATE UNIQUE INDEX delivery_partner_stop_one ON delivery_partner_stop (partner) WHERE resumed_at IS NULL;

-- What people decided about messages of unknown outcome; proposal and confirmation are signed records of the journal.
CREATE TABLE delivery_decision (
    id              uuid        PRIMARY KEY,
    message_id      text        NOT NULL REFERENCES delivery_outbox (message_id),
    decision        text        NOT NULL CHECK (decision IN ('ACCEPTED', 'REJECTED')),
    reason          text        NOT NULL,
    proposed_by     text        NOT NULL,
    proposed_at     timestamptz NOT NULL,
    proposal_record uuid        NOT NULL,
    closed_as       text        CHECK (closed_as IN ('CONFIRMED', 'WITHDRAWN', 'OVERTAKEN')),
    closed_by       text,
    closed_at       timestamptz,
    closing_record  uuid,
    CONSTRAINT delivery_decision_two_people CHECK (closed_as <> 'CONFIRMED' OR closed_by <> proposed_by)
);
CREATE UNIQUE INDEX delivery_decision_one ON delivery_decision (message_id) WHERE closed_as IS NULL;

CREATE VIEW delivery_fact_outbox AS
SELECT message_id, partner, operation, business_key, subject, state, attempts, enquiries, posted_at, due_at, since,
       cause, detail, expected_by, record,
       CASE WHEN reply LIKE '{"outcome":"accepted"%' THEN 'accepted'
            WHEN reply LIKE '{"outcome":"rejected"%' THEN 'rejected' END AS outcome
FROM delivery_outbox;
COMMENT ON VIEW delivery_fact_outbox IS 'Messages to partners, open and settled';
COMMENT ON COLUMN delivery_fact_outbox.message_id IS 'Our id of the message, the same for every attempt';
COMMENT ON COLUMN delivery_fact_outbox.partner IS 'Who is to have it';
COMMENT ON COLUMN delivery_fact_outbox.operation IS 'Canonical operation';
COMMENT ON COLUMN delivery_fact_outbox.business_key IS 'Business key; null for pure questions';
COMMENT ON COLUMN delivery_fact_outbox.subject IS 'Application it belongs to; null when none';
COMMENT ON COLUMN delivery_fact_outbox.state IS 'POSTED waits to be sent, DEPARTED is under way, UNKNOWN is asked about, ANSWERED waits for its effects, SETTLED is done, HELD waits for people';
COMMENT ON COLUMN delivery_fact_outbox.attempts IS 'Attempts made since it was posted or let go';
COMMENT ON COLUMN delivery_fact_outbox.enquiries IS 'Status enquiries that counted';
COMMENT ON COLUMN delivery_fact_outbox.posted_at IS 'When the business posted it';
COMMENT ON COLUMN delivery_fact_outbox.due_at IS 'When something happens next by itself; null when nothing does';
COMMENT ON COLUMN delivery_fact_outbox.since IS 'When it reached its present state, for UNKNOWN when it became so';
COMMENT ON COLUMN delivery_fact_outbox.cause IS 'Why UNKNOWN, or the failure code it was last not sent for';
COMMENT ON COLUMN delivery_fact_outbox.detail IS 'The same for people';
COMMENT ON COLUMN delivery_fact_outbox.expected_by IS 'Before this instant "in process" alarms nobody';
COMMENT ON COLUMN delivery_fact_outbox.record IS 'Last journal record of it';
COMMENT ON COLUMN delivery_fact_outbox.outcome IS 'accepted or rejected once known';

CREATE VIEW delivery_fact_unknown AS
SELECT o.message_id, o.partner, o.operation, o.subject, o.cause, o.detail, o.since, o.expected_by, o.enquiries,
       o.due_at AS next_enquiry, o.due_at IS NULL AS for_people, o.record,
       d.id AS proposal, d.decision, d.reason, d.proposed_by, d.proposed_at
FROM delivery_outbox o
LEFT JOIN delivery_decision d ON d.message_id = o.message_id AND d.closed_as IS NULL
WHERE o.state = 'UNKNOWN';
COMMENT ON VIEW delivery_fact_unknown IS 'Messages whose outcome nobody here knows';
COMMENT ON COLUMN delivery_fact_unknown.message_id IS 'Our id of the message';
COMMENT ON COLUMN delivery_fact_unknown.partner IS 'Who was to have it';
COMMENT ON COLUMN delivery_fact_unknown.operation IS 'Canonical operation';
COMMENT ON COLUMN delivery_fact_unknown.subject IS 'Application it belongs to; null when none';
COMMENT ON COLUMN delivery_fact_unknown.cause IS 'SILENT, UNREADABLE, UNTRUSTED, UNSEEN_CODE, IN_PROCESS or CRASHED';
COMMENT ON COLUMN delivery_fact_unknown.detail IS 'The same for people';
COMMENT ON COLUMN delivery_fact_unknown.since IS 'When it became unknown';
COMMENT ON COLUMN delivery_fact_unknown.expected_by IS 'Before this instant "in process" alarms nobody';
COMMENT ON COLUMN delivery_fact_unknown.enquiries IS 'Status enquiries that counted';
COMMENT ON COLUMN delivery_fact_unknown.next_enquiry IS 'When the next is due; null when they are used up';
COMMENT ON COLUMN delivery_fact_unknown.for_people IS 'Whether people must decide: enquiries are used up';
COMMENT ON COLUMN delivery_fact_unknown.record IS 'Last journal record of the message';
COMMENT ON COLUMN delivery_fact_unknown.proposal IS 'Proposal that waits for a second person; null when none';
COMMENT ON COLUMN delivery_fact_unknown.decision IS 'What is proposed: ACCEPTED or REJECTED';
COMMENT ON COLUMN delivery_fact_unknown.reason IS 'What the proposal rests on';
COMMENT ON COLUMN delivery_fact_unknown.proposed_by IS 'Who proposed it and may not confirm it';
COMMENT ON COLUMN delivery_fact_unknown.proposed_at IS 'When it was proposed';

CREATE VIEW delivery_fact_stop AS
SELECT 'partner' AS kind, partner, NULL::text AS message_id, NULL::uuid AS record, reason, stopped_by, since
FROM delivery_partner_stop WHERE resumed_at IS NULL
UNION ALL
SELECT 'message', partner, message_id, record, cause || ': ' || coalesce(detail, ''), 'gateway', since
FROM delivery_outbox WHERE state = 'HELD';
COMMENT ON VIEW delivery_fact_stop IS 'What stands still until people let it go: stopped partners and held messages';
COMMENT ON COLUMN delivery_fact_stop.kind IS 'partner: nothing is sent to it; message: this one is held, with those of its subject behind it';
COMMENT ON COLUMN delivery_fact_stop.partner IS 'Which partner';
COMMENT ON COLUMN delivery_fact_stop.message_id IS 'Which message; null for a whole partner';
COMMENT ON COLUMN delivery_fact_stop.record IS 'Last journal record of the message; null when nothing was recorded';
COMMENT ON COLUMN delivery_fact_stop.reason IS 'Why';
COMMENT ON COLUMN delivery_fact_stop.stopped_by IS 'Person, or "gateway"';
COMMENT ON COLUMN delivery_fact_stop.since IS 'Since when';

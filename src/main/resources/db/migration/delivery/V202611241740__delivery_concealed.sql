-- What a message says is personal data: concealed under its subject's keys. A settled row needs neither content nor reply.
-- What older versions left in the clear is erased here, not converted: no keys are at hand in a migration.
DROP VIEW delivery_fact_outbox;
ALTER TABLE delivery_outbox DROP CONSTRAINT delivery_outbox_content;
ALTER TABLE delivery_outbox ADD COLUMN outcome text CHECK (outcome IN ('accepted', 'rejected'));
UPDATE delivery_outbox SET outcome = CASE WHEN reply LIKE '{"outcome":"accepted"%' THEN 'accepted' ELSE 'rejected' END
WHERE reply IS NOT NULL;
ALTER TABLE delivery_outbox
    ALTER COLUMN content TYPE bytea USING CASE WHEN content IS NULL THEN NULL ELSE ''::bytea END,
    ALTER COLUMN reply TYPE bytea USING CASE WHEN state = 'ANSWERED' THEN ''::bytea END;
-- concealed bytes do not deflate
ALTER TABLE delivery_outbox ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE delivery_outbox ADD CONSTRAINT delivery_outbox_content CHECK (state = 'SETTLED' OR content IS NOT NULL);
ALTER TABLE delivery_outbox ADD CONSTRAINT delivery_outbox_outcome CHECK (state NOT IN ('ANSWERED', 'SETTLED') OR outcome IS NOT NULL);
COMMENT ON COLUMN delivery_outbox.content IS 'canonical JSON, concealed; null once the outcome is known and its effects are done';
COMMENT ON COLUMN delivery_outbox.reply IS 'what the partner answered, concealed, until the effects are done';

CREATE VIEW delivery_fact_outbox AS
SELECT message_id, partner, operation, business_key, subject, state, attempts, enquiries, posted_at, due_at, since,
       cause, detail, expected_by, record, outcome
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

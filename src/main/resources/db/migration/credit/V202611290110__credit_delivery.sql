-- A file is delivered when it lies whole where the Center's front-end machine takes it from; until then it waits in the house.
ALTER TABLE credit_file ADD COLUMN delivered_at timestamptz;
CREATE INDEX credit_file_waiting ON credit_file (made_at) WHERE delivered_at IS NULL;

-- Answers as they came: what they said of records is in the rows, what could not be taken in is told here. No copy is kept: they repeat refused records.
CREATE TABLE credit_feedback (
    number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text        NOT NULL,
    digest   bytea       NOT NULL CHECK (length(digest) = 32),
    came_at  timestamptz NOT NULL,
    taken    boolean     NOT NULL,
    repeated boolean     NOT NULL,
    accepted integer     NOT NULL,
    refused  integer     NOT NULL,
    problems text[]      NOT NULL
);

CREATE VIEW credit_fact_feedback AS
SELECT number, name, encode(digest, 'hex') AS digest, came_at, taken, repeated, accepted, refused, problems FROM credit_feedback;
COMMENT ON VIEW credit_fact_feedback IS 'Answers of the Center as they came';
COMMENT ON COLUMN credit_fact_feedback.number IS 'ours';
COMMENT ON COLUMN credit_fact_feedback.name IS 'of the file';
COMMENT ON COLUMN credit_fact_feedback.digest IS 'SHA-256 of the bytes as they came';
COMMENT ON COLUMN credit_fact_feedback.came_at IS 'when';
COMMENT ON COLUMN credit_fact_feedback.taken IS 'false: it changed nothing, somebody must look';
COMMENT ON COLUMN credit_fact_feedback.repeated IS 'the same answer was taken before';
COMMENT ON COLUMN credit_fact_feedback.accepted IS 'records that are in the ledger now';
COMMENT ON COLUMN credit_fact_feedback.refused IS 'records the Center refused';
COMMENT ON COLUMN credit_fact_feedback.problems IS 'why it was not taken; no values';

DROP VIEW credit_fact_file;
CREATE VIEW credit_fact_file AS
SELECT name, record, made_at, rows, size, encode(digest, 'hex') AS digest, delivered_at, answer, answered_at FROM credit_file;
COMMENT ON VIEW credit_fact_file IS 'Files of records, and what the Center answered';
COMMENT ON COLUMN credit_fact_file.name IS '30 characters';
COMMENT ON COLUMN credit_fact_file.record IS 'type of its records';
COMMENT ON COLUMN credit_fact_file.made_at IS 'when';
COMMENT ON COLUMN credit_fact_file.rows IS 'records in it';
COMMENT ON COLUMN credit_fact_file.size IS 'bytes as they lie in the folder';
COMMENT ON COLUMN credit_fact_file.digest IS 'SHA-256 of these bytes';
COMMENT ON COLUMN credit_fact_file.delivered_at IS 'when it lay where the Center''s front-end machine takes it from; null: it waits here';
COMMENT ON COLUMN credit_fact_file.answer IS '1: all loaded, 2: the whole file refused, 3: some loaded; null: not answered';
COMMENT ON COLUMN credit_fact_file.answered_at IS 'when';

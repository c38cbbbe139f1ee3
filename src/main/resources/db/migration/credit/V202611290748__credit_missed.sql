-- A file the Center took and did not answer in time: when that was noticed and told.
ALTER TABLE credit_file ADD COLUMN missed_at timestamptz;
CREATE OR REPLACE VIEW credit_fact_file AS
SELECT name, record, made_at, rows, size, encode(digest, 'hex') AS digest, delivered_at, answer, answered_at, missed_at FROM credit_file;
COMMENT ON COLUMN credit_fact_file.missed_at IS 'when its answer was missed: it did not come in time; null: it was not';

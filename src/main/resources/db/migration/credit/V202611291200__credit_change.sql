-- Beside deletions (213, 214, 514) people ask the Center to know an account or a mortgage contract under another identifier (211, 511).
ALTER TABLE credit_deletion RENAME TO credit_change;
ALTER INDEX credit_deletion_open RENAME TO credit_change_open;
ALTER INDEX credit_deletion_file RENAME TO credit_change_file;
ALTER TABLE credit_change ADD COLUMN becomes text;
ALTER TABLE credit_change ADD CHECK (becomes IS NULL OR becomes <> account AND from_day IS NULL AND to_day IS NULL);

-- The Center took it, in this order: what was known as one is known as the other.
CREATE TABLE credit_renamed (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    was    text   NOT NULL,
    became text   NOT NULL,
    file   text   NOT NULL REFERENCES credit_file
);

DROP VIEW credit_fact_deletion;
CREATE VIEW credit_fact_change AS
SELECT d.number, d.account, d.from_day, d.to_day, d.becomes, d.reason, d.proposed_by, d.proposed_at, d.confirmed, d.answered_by, d.answered_at, d.file, f.answer
FROM credit_change d LEFT JOIN credit_file f ON f.name = d.file;
COMMENT ON VIEW credit_fact_change IS 'What should be deleted at the Center or have another identifier, or was and has';
COMMENT ON COLUMN credit_fact_change.number IS 'ours';
COMMENT ON COLUMN credit_fact_change.account IS 'identifier of the account, or of a mortgage contract, when it was asked for';
COMMENT ON COLUMN credit_fact_change.from_day IS 'first day of report; with to_day and becomes null too: the whole account';
COMMENT ON COLUMN credit_fact_change.to_day IS 'last day of report';
COMMENT ON COLUMN credit_fact_change.becomes IS 'its other identifier; null: something is deleted';
COMMENT ON COLUMN credit_fact_change.reason IS 'why, by whoever proposed';
COMMENT ON COLUMN credit_fact_change.proposed_by IS 'log-in name';
COMMENT ON COLUMN credit_fact_change.proposed_at IS 'when';
COMMENT ON COLUMN credit_fact_change.confirmed IS 'null: nobody answered';
COMMENT ON COLUMN credit_fact_change.answered_by IS 'another person';
COMMENT ON COLUMN credit_fact_change.answered_at IS 'when';
COMMENT ON COLUMN credit_fact_change.file IS 'that asks the Center for it';
COMMENT ON COLUMN credit_fact_change.answer IS 'what the Center said of the file: 1 taken, 2 refused, 3 in part; null: nothing yet';

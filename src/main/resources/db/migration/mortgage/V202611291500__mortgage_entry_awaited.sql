-- A case that is told to be registered later than what is known of its entry: something was entered anew, and what was told of it may be lost. It is asked about once.
ALTER TABLE mortgage_case ADD COLUMN entry_from timestamptz;
ALTER TABLE mortgage_case ADD COLUMN entry_answered timestamptz;
CREATE INDEX mortgage_case_entry_awaited ON mortgage_case (asked_at) WHERE entry_from IS NOT NULL AND entry_from IS DISTINCT FROM entry_answered;

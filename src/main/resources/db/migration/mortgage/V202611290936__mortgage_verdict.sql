-- What a person found who looked at what was in doubt. Those who looked before there was a verdict found that all was well.
ALTER TABLE mortgage_look ADD COLUMN verdict text CHECK (verdict IN ('stands', 'stands-no-more'));

CREATE OR REPLACE VIEW mortgage_fact_look AS
SELECT case_no, told_upto, doubts, reason, said_by, said_at, verdict FROM mortgage_look;
COMMENT ON COLUMN mortgage_fact_look.verdict IS 'stands: what was entered stands; stands-no-more: it was taken off, as the person told, see mortgage_fact_told; null: no gate depended on it, or nobody was asked yet';

COMMENT ON COLUMN mortgage_fact_told.way IS 'receipt, call-back, poll, reconciliation; person: as somebody at the centre heard it there';

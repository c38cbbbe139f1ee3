-- Every question at a counter whether somebody may borrow, and what came of it; nobody's name. Who is turned away before anything is filled in is seen here.
CREATE TABLE loan_check (
    bank       text        NOT NULL,
    message_id text        NOT NULL,
    check_no   text        NOT NULL,
    branch     text        NOT NULL,
    at         timestamptz NOT NULL,
    outcome    text        NOT NULL CHECK (outcome IN ('eligible', 'not-eligible', 'not-checked')),
    PRIMARY KEY (bank, message_id)
);
CREATE INDEX loan_check_when ON loan_check (bank, at);

CREATE VIEW loan_fact_check AS SELECT c.bank AS partner, c.message_id, c.check_no, c.branch AS branch_code, c.at, c.outcome FROM loan_check c;
COMMENT ON VIEW loan_fact_check IS 'Questions at the counters whether somebody may borrow';
COMMENT ON COLUMN loan_fact_check.partner IS 'bank';
COMMENT ON COLUMN loan_fact_check.message_id IS 'message it came in, in the journal';
COMMENT ON COLUMN loan_fact_check.check_no IS 'the bank''s number of it';
COMMENT ON COLUMN loan_fact_check.branch_code IS 'branch that asked';
COMMENT ON COLUMN loan_fact_check.at IS 'when, by the time of the trade';
COMMENT ON COLUMN loan_fact_check.outcome IS 'eligible: every person asked about may borrow; not-eligible: somebody may not; not-checked: the core system did not say';

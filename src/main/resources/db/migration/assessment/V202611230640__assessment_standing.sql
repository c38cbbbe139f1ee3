-- Decisions of the committee as entered by one person, and what another person answered. Both tables only grow.
CREATE TABLE assessment_standing (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bank text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('active', 'capped', 'suspended', 'ended')),
    cap_applications int CHECK (cap_applications >= 0),
    cap_fen bigint CHECK (cap_fen >= 0),
    effective_from timestamptz NOT NULL,
    document text NOT NULL,
    reason text NOT NULL,
    proposed_by text NOT NULL,
    proposed_at timestamptz NOT NULL,
    CHECK ((kind = 'capped') = (cap_applications IS NOT NULL OR cap_fen IS NOT NULL))
);
CREATE INDEX assessment_standing_bank ON assessment_standing (bank);

CREATE TABLE assessment_standing_answer (
    number bigint PRIMARY KEY REFERENCES assessment_standing,
    confirmed boolean NOT NULL,
    answered_by text NOT NULL,
    answered_at timestamptz NOT NULL
);

CREATE VIEW assessment_fact_standing AS
SELECT
    s.number,
    s.bank AS partner,
    s.kind,
    s.cap_applications,
    s.cap_fen,
    s.effective_from,
    s.document,
    s.reason,
    s.proposed_by,
    s.proposed_at,
    a.confirmed,
    a.answered_by,
    a.answered_at
FROM assessment_standing s
LEFT JOIN assessment_standing_answer a ON a.number = s.number;

COMMENT ON VIEW assessment_fact_standing IS 'Every decision about a bank''s standing; a person''s decision, so there is no message behind it but a document';
COMMENT ON COLUMN assessment_fact_standing.number IS 'number of the proposal';
COMMENT ON COLUMN assessment_fact_standing.partner IS 'bank';
COMMENT ON COLUMN assessment_fact_standing.kind IS 'active, capped, suspended, ended';
COMMENT ON COLUMN assessment_fact_standing.cap_applications IS 'how many applications a capped bank may take in from the effective time on; null: no such limit';
COMMENT ON COLUMN assessment_fact_standing.cap_fen IS 'sum of amounts applied for, likewise, in fen';
COMMENT ON COLUMN assessment_fact_standing.effective_from IS 'holds from here, but not before it was confirmed';
COMMENT ON COLUMN assessment_fact_standing.document IS 'reference of the committee''s decision';
COMMENT ON COLUMN assessment_fact_standing.reason IS 'why, in words';
COMMENT ON COLUMN assessment_fact_standing.proposed_by IS 'who entered it';
COMMENT ON COLUMN assessment_fact_standing.proposed_at IS 'when, by the time of the trade';
COMMENT ON COLUMN assessment_fact_standing.confirmed IS 'true confirmed, false turned down, null open';
COMMENT ON COLUMN assessment_fact_standing.answered_by IS 'who answered; another person';
COMMENT ON COLUMN assessment_fact_standing.answered_at IS 'when, by the time of the trade';

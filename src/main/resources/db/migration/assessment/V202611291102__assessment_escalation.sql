-- The reasons of a ruling are told in a scorecard; until a day the bank may take a rejected objection to the committee.
ALTER TABLE assessment_ruling ADD COLUMN told_in text, ADD COLUMN escalate_until date;
ALTER TABLE assessment_scorecard DROP CONSTRAINT assessment_scorecard_state_check;
ALTER TABLE assessment_scorecard ADD CONSTRAINT assessment_scorecard_state_check CHECK (state IN ('provisional', 'final', 'correction'));

CREATE TABLE assessment_escalation (
    objection     bigint      PRIMARY KEY REFERENCES assessment_objection,
    reason        text        NOT NULL,
    document      text,
    message_id    text,
    entered_by    text,
    registered_at timestamptz NOT NULL,
    CHECK ((message_id IS NULL) = (document IS NOT NULL) AND (message_id IS NULL) = (entered_by IS NOT NULL))
);

-- What the committee decided: entered by one person with its document, confirmed by another.
CREATE TABLE assessment_committee (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    objection   bigint      NOT NULL REFERENCES assessment_escalation,
    upheld      boolean     NOT NULL,
    reason      text        NOT NULL,
    document    text        NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    confirmed   boolean,
    answered_by text,
    answered_at timestamptz
);
CREATE UNIQUE INDEX assessment_committee_one ON assessment_committee (objection) WHERE confirmed IS NULL OR confirmed;

-- Rejected before there was a committee to ask in scores that are final: those stay as they are.
UPDATE assessment_ruling r SET told_in = s.scorecard_no, escalate_until = CASE WHEN NOT r.upheld THEN (s.posted_at AT TIME ZONE 'Asia/Shanghai')::date END
FROM assessment_objection o JOIN assessment_scorecard s ON s.period_no = o.period_no AND s.state = 'final' WHERE o.number = r.number AND r.confirmed;

-- The committee's word stands over that of the ruling.
CREATE OR REPLACE VIEW assessment_fact_case AS
SELECT c.period_no, p.bank AS partner, c.measure, c.case_no, c.account_no, c.reference, c.on_day, c.amounts, c.short AND u.told_no IS NULL AS short,
       coalesce(c.excluded, CASE WHEN u.told_no IS NOT NULL THEN 'objection-upheld' END) AS excluded, c.remark, c.message_ids
FROM assessment_case c
JOIN assessment_period p ON p.period_no = c.period_no
LEFT JOIN LATERAL (SELECT t.told_no FROM assessment_told t JOIN assessment_objection o ON o.period_no = t.period_no AND o.told_no = t.told_no
                   JOIN assessment_ruling r ON r.number = o.number AND r.confirmed
                   LEFT JOIN assessment_committee d ON d.objection = o.number AND d.confirmed
                   WHERE t.period_no = c.period_no AND t.measure = c.measure AND t.case_no = c.case_no AND coalesce(d.upheld, r.upheld)
                     AND NOT EXISTS (SELECT 1 FROM assessment_adjustment a WHERE a.ruling = r.id) LIMIT 1) u ON true;

CREATE OR REPLACE VIEW assessment_fact_objection AS
SELECT o.number, o.bank AS partner, o.objection_no, o.period_no, o.told_no, t.measure, t.case_no, o.reason, o.message_id, o.registered_at, o.due_on, r.id AS ruling, r.upheld,
       r.reason AS ruling_reason, r.proposed_by, r.confirmed, r.answered_by, r.answered_at, o.entered_by, r.told_in, r.escalate_until,
       e.reason AS escalation_reason, e.document AS escalation_document, e.message_id AS escalation_message_id, e.registered_at AS escalated_at,
       d.id AS decision, d.upheld AS decision_upheld, d.reason AS decision_reason, d.document AS decision_document, d.proposed_by AS decision_by, d.confirmed AS decision_confirmed
FROM assessment_objection o
JOIN assessment_told t ON t.period_no = o.period_no AND t.told_no = o.told_no
LEFT JOIN LATERAL (SELECT * FROM assessment_ruling r WHERE r.number = o.number ORDER BY r.id DESC LIMIT 1) r ON true
LEFT JOIN assessment_escalation e ON e.objection = o.number
LEFT JOIN LATERAL (SELECT * FROM assessment_committee d WHERE d.objection = o.number ORDER BY d.id DESC LIMIT 1) d ON true;
COMMENT ON COLUMN assessment_fact_objection.told_in IS 'scorecard that told the bank the ruling; null: none yet';
COMMENT ON COLUMN assessment_fact_objection.escalate_until IS 'last day to take it to the committee; null: it was not rejected, or the reasons were not told';
COMMENT ON COLUMN assessment_fact_objection.escalation_reason IS 'why the bank asks for the committee';
COMMENT ON COLUMN assessment_fact_objection.escalation_document IS 'the bank''s letter; null: by message';
COMMENT ON COLUMN assessment_fact_objection.escalation_message_id IS 'message it came in, in the journal; null: on paper';
COMMENT ON COLUMN assessment_fact_objection.escalated_at IS 'when; null: it was not';
COMMENT ON COLUMN assessment_fact_objection.decision IS 'number of the latest entry of what the committee decided';
COMMENT ON COLUMN assessment_fact_objection.decision_upheld IS 'whether it takes the case out of the score';
COMMENT ON COLUMN assessment_fact_objection.decision_reason IS 'why, in writing';
COMMENT ON COLUMN assessment_fact_objection.decision_document IS 'of the committee';
COMMENT ON COLUMN assessment_fact_objection.decision_by IS 'who entered it';
COMMENT ON COLUMN assessment_fact_objection.decision_confirmed IS 'true, false; null: it waits for another person';
COMMENT ON COLUMN assessment_fact_scorecard.state IS 'provisional, final, correction';

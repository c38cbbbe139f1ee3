-- A bank may hand an objection over on paper: somebody at the centre enters it with its document.
ALTER TABLE assessment_objection ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE assessment_objection ADD COLUMN entered_by text;
ALTER TABLE assessment_objection ADD CONSTRAINT assessment_objection_way CHECK ((message_id IS NULL) = (entered_by IS NOT NULL));

CREATE OR REPLACE VIEW assessment_fact_objection AS
SELECT o.number, o.bank AS partner, o.objection_no, o.period_no, o.told_no, t.measure, t.case_no, o.reason, o.message_id, o.registered_at, o.due_on, r.id AS ruling, r.upheld,
       r.reason AS ruling_reason, r.proposed_by, r.confirmed, r.answered_by, r.answered_at, o.entered_by
FROM assessment_objection o
JOIN assessment_told t ON t.period_no = o.period_no AND t.told_no = o.told_no
LEFT JOIN LATERAL (SELECT * FROM assessment_ruling r WHERE r.number = o.number ORDER BY r.id DESC LIMIT 1) r ON true;
COMMENT ON COLUMN assessment_fact_objection.objection_no IS 'the bank''s number; of one on paper that of the document';
COMMENT ON COLUMN assessment_fact_objection.message_id IS 'message it came in, in the journal; null: it came on paper';
COMMENT ON COLUMN assessment_fact_objection.entered_by IS 'who entered one that came on paper';

-- What a told thing says, as far as it is nobody's personal data.
ALTER TABLE mortgage_told ADD COLUMN word text, ADD COLUMN happened_at timestamptz;

CREATE OR REPLACE VIEW mortgage_fact_told AS
SELECT id, case_no, kind, way, message_id, heard_at, word, happened_at FROM mortgage_told;
COMMENT ON COLUMN mortgage_fact_told.word IS 'of a state: which one; of a certificate that was not taken: doubted';
COMMENT ON COLUMN mortgage_fact_told.happened_at IS 'when it happened by the registry''s clock; of a certificate its day of issue; null for what was heard before it was kept';

CREATE INDEX mortgage_case_waiting ON mortgage_case (promised_by) WHERE NOT settled OR doubts <> '{}' OR state IN ('rejected', 'deleted');

-- The gravest reason only. What was turned down waits until something else was applied for instead.
CREATE VIEW mortgage_fact_waiting AS
SELECT case_no, partner, bank, application_no, kind, registry_no, state, filed_on, promised_by, legal_by, due_on,
       CASE WHEN doubts <> '{}' OR refused IS NOT NULL OR state IN ('rejected', 'deleted') THEN 'centre' WHEN state = 'supplement' THEN 'bank' ELSE 'registrar' END AS waits_for,
       CASE WHEN doubts <> '{}' THEN 'doubt' WHEN refused IS NOT NULL THEN 'refused' WHEN state IN ('rejected', 'deleted') THEN state
            WHEN state = 'supplement' THEN 'supplement' WHEN registered THEN 'certificate' WHEN state = 'registered' THEN 'entry'
            WHEN state IS NULL THEN 'receipt' ELSE 'result' END AS why,
       doubts, refused, coalesce(state_at, filed_at) AS since
FROM mortgage_case c
WHERE NOT settled OR doubts <> '{}'
   OR ((refused IS NOT NULL OR state IN ('rejected', 'deleted'))
       AND NOT EXISTS (SELECT 1 FROM mortgage_case later WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.filed_at > c.filed_at));
COMMENT ON VIEW mortgage_fact_waiting IS 'Cases that wait for somebody';
COMMENT ON COLUMN mortgage_fact_waiting.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_waiting.partner IS 'the registry';
COMMENT ON COLUMN mortgage_fact_waiting.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_waiting.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_waiting.kind IS 'what was applied for';
COMMENT ON COLUMN mortgage_fact_waiting.registry_no IS 'the registry''s number of the case';
COMMENT ON COLUMN mortgage_fact_waiting.state IS 'where it is at the registry';
COMMENT ON COLUMN mortgage_fact_waiting.filed_on IS 'day it was filed';
COMMENT ON COLUMN mortgage_fact_waiting.promised_by IS 'last of the working days the registry promises';
COMMENT ON COLUMN mortgage_fact_waiting.legal_by IS 'last of the working days the law allows';
COMMENT ON COLUMN mortgage_fact_waiting.due_on IS 'last day to supplement';
COMMENT ON COLUMN mortgage_fact_waiting.waits_for IS 'registrar, bank, centre';
COMMENT ON COLUMN mortgage_fact_waiting.why IS 'doubt, refused, rejected, deleted: a person must decide; supplement: papers; receipt, result, entry, certificate: the registry''s word';
COMMENT ON COLUMN mortgage_fact_waiting.doubts IS 'what a person must look at';
COMMENT ON COLUMN mortgage_fact_waiting.refused IS 'failure codes when the registry did not take the application';
COMMENT ON COLUMN mortgage_fact_waiting.since IS 'in this state since';

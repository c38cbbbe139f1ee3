-- Everything about registrations that waits for somebody: cases, requests that are not filed yet, pre-notices about to lose their effect.
DROP VIEW mortgage_fact_waiting;

-- The gravest reason only. What was turned down waits until something else was applied for instead.
CREATE VIEW mortgage_fact_waiting AS
SELECT 'case' AS source, c.case_no AS number, c.partner, c.bank, c.application_no, c.kind, c.registry_no, c.state, c.filed_on, c.promised_by, c.legal_by, c.due_on,
       CASE WHEN c.doubts <> '{}' OR c.refused IS NOT NULL OR c.state IN ('rejected', 'deleted') OR r.files OR r.supplement THEN 'centre'
            WHEN c.state = 'supplement' AND NOT r.answered THEN 'bank' ELSE 'registrar' END AS waits_for,
       CASE WHEN c.doubts <> '{}' THEN 'doubt' WHEN c.refused IS NOT NULL THEN 'refused' WHEN c.state IN ('rejected', 'deleted') THEN c.state
            WHEN r.supplement THEN 'supplement-refused' WHEN r.files THEN 'material-refused'
            WHEN c.state = 'supplement' AND NOT r.answered THEN 'supplement' WHEN c.state = 'supplement' THEN 'supplemented'
            WHEN c.registered THEN 'certificate' WHEN c.state = 'registered' THEN 'entry'
            WHEN c.state IS NULL THEN 'receipt' ELSE 'result' END AS why,
       c.doubts, c.refused, coalesce(c.state_at, c.filed_at) AS since,
       ARRAY(SELECT a.kind FROM mortgage_alarm a WHERE a.case_no = c.case_no AND a.ended_at IS NULL AND a.kind !~ '^(purchase|mortgage)-' ORDER BY 1) AS alarms
FROM mortgage_case c
CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM mortgage_material m WHERE m.case_no = c.case_no AND m.state = 'refused' AND NOT c.settled) AS files,
           EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND s.asked_for_at = c.state_at AND s.state <> 'refused') AS answered,
           EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND s.asked_for_at = c.state_at AND s.state = 'refused')
               AND NOT EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND s.asked_for_at = c.state_at AND s.state <> 'refused') AS supplement) r
WHERE NOT c.settled OR c.doubts <> '{}'
   OR ((c.refused IS NOT NULL OR c.state IN ('rejected', 'deleted'))
       AND NOT EXISTS (SELECT 1 FROM mortgage_case later WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.filed_at > c.filed_at))
UNION ALL
SELECT 'request', q.request_no, k.partner, q.bank, q.application_no, q.kind, NULL, NULL, NULL, NULL, NULL, NULL,
       CASE WHEN q.waits_for && '{registry-unknown,mortgagee-unknown}' THEN 'centre' WHEN 'check-awaited' = ANY (q.waits_for) THEN 'registrar'
            WHEN 'not-clean' = ANY (q.waits_for) THEN 'borrower' ELSE 'bank' END,
       q.waits_for[1], coalesce(k.hindrances, '{}'), NULL, q.taken_at, '{}'
FROM mortgage_request q LEFT JOIN mortgage_check k ON k.check_no = q.check_no
WHERE q.state = 'held' AND q.waits_for <> '{}' AND (q.in_force OR NOT 'loan-not-in-force' = ANY (q.waits_for))
UNION ALL
SELECT 'pre-notice', c.case_no, c.partner, c.bank, c.application_no, c.kind, c.registry_no, c.state, c.filed_on, NULL, NULL, a.last_day,
       CASE WHEN a.kind IN ('purchase-lost', 'mortgage-lost') THEN 'centre' WHEN a.kind = 'purchase-near' THEN 'borrower' ELSE 'bank' END,
       a.kind, '{}', NULL, a.raised_at, ARRAY[a.kind]
FROM mortgage_alarm a JOIN mortgage_case c USING (case_no) WHERE a.ended_at IS NULL AND a.kind ~ '^(purchase|mortgage)-';
COMMENT ON VIEW mortgage_fact_waiting IS 'Cases, requests and pre-notices that wait for somebody';
COMMENT ON COLUMN mortgage_fact_waiting.source IS 'case; request: not filed yet; pre-notice: stands in the register and its 90 days run';
COMMENT ON COLUMN mortgage_fact_waiting.number IS 'our number of the case, or the bank''s of the request';
COMMENT ON COLUMN mortgage_fact_waiting.partner IS 'the registry; null when it is not known';
COMMENT ON COLUMN mortgage_fact_waiting.bank IS 'bank whose application it belongs to';
COMMENT ON COLUMN mortgage_fact_waiting.application_no IS 'that bank''s number of the application';
COMMENT ON COLUMN mortgage_fact_waiting.kind IS 'what was applied for';
COMMENT ON COLUMN mortgage_fact_waiting.registry_no IS 'the registry''s number of the case';
COMMENT ON COLUMN mortgage_fact_waiting.state IS 'where it is at the registry';
COMMENT ON COLUMN mortgage_fact_waiting.filed_on IS 'day it was filed';
COMMENT ON COLUMN mortgage_fact_waiting.promised_by IS 'last of the working days the registry promises; null when none run';
COMMENT ON COLUMN mortgage_fact_waiting.legal_by IS 'last of the working days the law allows; null when none run';
COMMENT ON COLUMN mortgage_fact_waiting.due_on IS 'last day to supplement, or of the 90';
COMMENT ON COLUMN mortgage_fact_waiting.waits_for IS 'registrar, bank, borrower, centre';
COMMENT ON COLUMN mortgage_fact_waiting.why IS 'doubt, refused, rejected, deleted, material-refused, supplement-refused: a person must decide; supplement: papers; supplemented, receipt, result, entry, certificate: the registry''s word; why a request is not filed; which of a pre-notice''s 90 days';
COMMENT ON COLUMN mortgage_fact_waiting.doubts IS 'what a person must look at; of a request what stands in its way';
COMMENT ON COLUMN mortgage_fact_waiting.refused IS 'failure codes when the registry did not take the application';
COMMENT ON COLUMN mortgage_fact_waiting.since IS 'in this state since';
COMMENT ON COLUMN mortgage_fact_waiting.alarms IS 'what stands of late, unlawfully-late, supplement-near, supplement-late, and the 90 days';

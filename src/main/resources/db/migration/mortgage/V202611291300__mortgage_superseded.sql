-- What stood in the register until something else took its place there: a cancellation, or of a pre-notice its conversion. Nothing more is to be heard of it.
CREATE VIEW mortgage_superseded AS
SELECT c.case_no FROM mortgage_case c
WHERE NOT c.settled AND c.state = 'registered' AND EXISTS (
    SELECT 1 FROM mortgage_case later
    WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.registered AND later.filed_at >= c.filed_at AND later.case_no <> c.case_no
      AND (later.kind = 'cancellation' OR c.kind = 'double-pre-notice' AND later.kind = 'conversion'));

CREATE OR REPLACE VIEW mortgage_fact_case AS
SELECT case_no, partner, bank, application_no, kind, area_code, filed_by, filed_on, filed_at, promised_by, legal_by, registry_no, state, state_at, due_on,
       registered, certified, settled OR EXISTS (SELECT 1 FROM mortgage_superseded s WHERE s.case_no = c.case_no) AS settled, doubts, refused, heard_at, asked_at, days_from, certificates
FROM mortgage_case c;
COMMENT ON COLUMN mortgage_fact_case.settled IS 'whether nothing more is asked: also of what was cancelled or converted';

-- A request waits for the borrower only when something stands in its way; what the register does not know, or is being decided there, waits for the registrar.
CREATE OR REPLACE VIEW mortgage_fact_waiting AS
SELECT 'case' AS source, c.case_no AS number, c.partner, c.bank, c.application_no, c.kind, c.registry_no, c.state, c.filed_on, c.promised_by, c.legal_by, c.due_on,
       CASE WHEN c.doubts <> '{}' OR c.refused IS NOT NULL OR c.state IN ('rejected', 'withdrawn', 'deleted') OR r.files OR r.supplement THEN 'centre'
            WHEN c.state = 'supplement' AND NOT r.answered THEN 'bank' ELSE 'registrar' END AS waits_for,
       CASE WHEN c.doubts <> '{}' THEN 'doubt' WHEN c.refused IS NOT NULL THEN 'refused' WHEN c.state IN ('rejected', 'withdrawn', 'deleted') THEN c.state
            WHEN r.supplement THEN 'supplement-refused' WHEN r.files THEN 'material-refused'
            WHEN c.state = 'supplement' AND NOT r.answered THEN 'supplement' WHEN c.state = 'supplement' THEN 'supplemented'
            WHEN c.registered THEN 'certificate' WHEN c.state = 'registered' THEN 'entry'
            WHEN c.state IS NULL THEN 'receipt' ELSE 'result' END AS why,
       c.doubts, c.refused, coalesce(c.state_at, c.filed_at) AS since,
       ARRAY(SELECT a.kind FROM mortgage_alarm a WHERE a.case_no = c.case_no AND a.ended_at IS NULL AND a.kind !~ '^(purchase|mortgage)-' ORDER BY 1) AS alarms
FROM mortgage_case c
CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM mortgage_material m WHERE m.case_no = c.case_no AND m.state = 'refused' AND NOT c.settled) AS files,
           EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND (s.asked_for_at = c.state_at OR s.asked_for = c.asked_for AND c.state_at - s.asked_for_at BETWEEN interval '0' AND interval '1 minute') AND s.state <> 'refused') AS answered,
           EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND (s.asked_for_at = c.state_at OR s.asked_for = c.asked_for AND c.state_at - s.asked_for_at BETWEEN interval '0' AND interval '1 minute') AND s.state = 'refused')
               AND NOT EXISTS (SELECT 1 FROM mortgage_supplement s WHERE s.case_no = c.case_no AND (s.asked_for_at = c.state_at OR s.asked_for = c.asked_for AND c.state_at - s.asked_for_at BETWEEN interval '0' AND interval '1 minute') AND s.state <> 'refused') AS supplement) r
WHERE NOT c.settled AND NOT EXISTS (SELECT 1 FROM mortgage_superseded s WHERE s.case_no = c.case_no) OR c.doubts <> '{}'
   OR ((c.refused IS NOT NULL OR c.state IN ('rejected', 'withdrawn', 'deleted'))
       AND NOT EXISTS (
           SELECT 1 FROM mortgage_case later WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.filed_at > c.filed_at
               AND (later.kind = c.kind OR later.registered AND (later.kind = 'cancellation' OR c.kind = 'double-pre-notice' AND later.kind IN ('mortgage', 'conversion')
                       OR c.kind = 'conversion' AND later.kind = 'mortgage' OR c.kind = 'mortgage' AND later.kind = 'conversion'))))
UNION ALL
SELECT 'request', q.request_no, k.partner, q.bank, q.application_no, q.kind, NULL, NULL, NULL, NULL, NULL, NULL,
       CASE WHEN q.waits_for && '{registry-unknown,mortgagee-unknown,filed-otherwise}' THEN 'centre' WHEN 'check-awaited' = ANY (q.waits_for) THEN 'registrar'
            WHEN 'not-clean' = ANY (q.waits_for) THEN CASE WHEN k.verdict = 'in-the-way' THEN 'borrower' ELSE 'registrar' END ELSE 'bank' END,
       q.waits_for[1], coalesce(k.hindrances, '{}'), NULL, q.taken_at, '{}'
FROM mortgage_request q LEFT JOIN mortgage_check k ON k.check_no = q.check_no
WHERE q.state = 'held' AND q.waits_for <> '{}' AND (q.in_force OR NOT 'loan-not-in-force' = ANY (q.waits_for))
UNION ALL
SELECT 'pre-notice', c.case_no, c.partner, c.bank, c.application_no, c.kind, c.registry_no, c.state, c.filed_on, NULL, NULL, a.last_day,
       CASE WHEN a.kind IN ('purchase-lost', 'mortgage-lost') THEN 'centre' WHEN a.kind = 'purchase-near' THEN 'borrower' ELSE 'bank' END,
       a.kind, '{}', NULL, a.raised_at, ARRAY[a.kind]
FROM mortgage_alarm a JOIN mortgage_case c USING (case_no) WHERE a.ended_at IS NULL AND a.kind ~ '^(purchase|mortgage)-';

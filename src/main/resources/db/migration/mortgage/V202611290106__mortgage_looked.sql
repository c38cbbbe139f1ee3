-- The registry's days run anew when it gets what it had sent a case back for; whether its form has certificates is fixed when a case is filed.
ALTER TABLE mortgage_case ADD COLUMN days_from date, ADD COLUMN certificates boolean NOT NULL DEFAULT true;
UPDATE mortgage_case SET days_from = filed_on;
ALTER TABLE mortgage_case ALTER COLUMN days_from SET NOT NULL;

CREATE OR REPLACE VIEW mortgage_fact_case AS
SELECT case_no, partner, bank, application_no, kind, area_code, filed_by, filed_on, filed_at, promised_by, legal_by, registry_no, state, state_at, due_on,
       registered, certified, settled, doubts, refused, heard_at, asked_at, days_from, certificates
FROM mortgage_case;
COMMENT ON COLUMN mortgage_fact_case.filed_on IS 'day it was filed';
COMMENT ON COLUMN mortgage_fact_case.days_from IS 'day from which the registry''s working days count, the day itself not: when it was filed, or got what it had asked for, or went on with the case';
COMMENT ON COLUMN mortgage_fact_case.certificates IS 'whether the registry agreed to hand certificates over; else the entry with its proofs is the end';
COMMENT ON COLUMN mortgage_fact_case.certified IS 'whether every proof has its certificate; never where the registry''s form has none';

-- That a person looked at what was in doubt, and what became of it. What is told later may put the case in doubt again.
CREATE TABLE mortgage_look (
    id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no   text        NOT NULL REFERENCES mortgage_case,
    told_upto bigint      NOT NULL,
    doubts    text[]      NOT NULL CHECK (doubts <> '{}'),
    reason    text        NOT NULL,
    said_by   text        NOT NULL,
    said_at   timestamptz NOT NULL
);
CREATE INDEX mortgage_look_case ON mortgage_look (case_no, id);

CREATE VIEW mortgage_fact_look AS
SELECT case_no, told_upto, doubts, reason, said_by, said_at FROM mortgage_look;
COMMENT ON VIEW mortgage_fact_look IS 'Doubts about cases that a person looked at';
COMMENT ON COLUMN mortgage_fact_look.case_no IS 'our number of the case';
COMMENT ON COLUMN mortgage_fact_look.told_upto IS 'latest thing that had been told then, see mortgage_fact_told';
COMMENT ON COLUMN mortgage_fact_look.doubts IS 'what was in doubt';
COMMENT ON COLUMN mortgage_fact_look.reason IS 'what became of it';
COMMENT ON COLUMN mortgage_fact_look.said_by IS 'who looked';
COMMENT ON COLUMN mortgage_fact_look.said_at IS 'when';

COMMENT ON COLUMN mortgage_fact_told.word IS 'of a state: which one; doubted: a certificate that was not taken, or an entry of a moment to come';

-- The register itself names the day a building was registered first; it is asked now and then.
ALTER TABLE mortgage_check ADD COLUMN case_no text REFERENCES mortgage_case;
CREATE INDEX mortgage_check_building ON mortgage_check (case_no, asked_at) WHERE case_no IS NOT NULL;
ALTER TABLE mortgage_possible ADD COLUMN by_register boolean NOT NULL DEFAULT false;

CREATE OR REPLACE VIEW mortgage_fact_check AS
SELECT check_no, partner, bank, application_no, request_no, asked_at, answered_at, checked_at, verdict, hindrances, refused, case_no FROM mortgage_check;
COMMENT ON COLUMN mortgage_fact_check.request_no IS 'request that waits for it; null: asked at acceptance, or about a building';
COMMENT ON COLUMN mortgage_fact_check.case_no IS 'case whose pre-notices wait for the building''s first registration; null: asked about something else';

CREATE OR REPLACE VIEW mortgage_fact_possible AS
SELECT case_no, possible_on, transfer_applied_on, reason, said_by, said_at, by_register FROM mortgage_possible;
COMMENT ON VIEW mortgage_fact_possible IS 'From which day the registration a pre-notice is for was possible: as the register told it, or people said';
COMMENT ON COLUMN mortgage_fact_possible.said_by IS 'who said so; the registry''s folder when the register did';
COMMENT ON COLUMN mortgage_fact_possible.by_register IS 'whether the register told it; a person''s word goes before it';

COMMENT ON COLUMN mortgage_fact_alarm.kind IS 'late, unlawfully-late: the registry''s working days; certificate-late: entered, and a certificate did not come; supplement-near, supplement-late; purchase-near, purchase-lost, mortgage-near, mortgage-lost: the 90 days of each pre-notice';

DROP VIEW mortgage_fact_waiting;

-- The gravest reason only. What was turned down or taken off waits until the same was applied for again, or stands in the register otherwise, or the loan's
-- rights were given up: a change of what is no longer there takes nothing's place.
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
       AND NOT EXISTS (
           SELECT 1 FROM mortgage_case later WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.filed_at > c.filed_at
               AND (later.kind = c.kind OR later.registered AND (later.kind = 'cancellation' OR c.kind = 'double-pre-notice' AND later.kind IN ('mortgage', 'conversion')
                       OR c.kind = 'conversion' AND later.kind = 'mortgage' OR c.kind = 'mortgage' AND later.kind = 'conversion'))))
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
COMMENT ON COLUMN mortgage_fact_waiting.alarms IS 'what stands of late, unlawfully-late, certificate-late, supplement-near, supplement-late, and the 90 days';

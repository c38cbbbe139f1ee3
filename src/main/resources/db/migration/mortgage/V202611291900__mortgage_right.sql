-- What a case is about and for what it was filed: the right it names by its earlier proof, as the case that first applied for it, and the approval it was compared with.
-- Empty of cases filed before, and of a case that named a proof nobody here knows: such a one is taken to be about every right of its loan.
ALTER TABLE mortgage_case ADD COLUMN right_of text;
ALTER TABLE mortgage_case ADD COLUMN opinion_no text;
ALTER TABLE mortgage_request ADD COLUMN opinion_no text;

-- What stood in the register until something else took its place there: a cancellation, or of a pre-notice its conversion. Nothing more is to be heard of it.
CREATE OR REPLACE VIEW mortgage_superseded AS
SELECT c.case_no FROM mortgage_case c
WHERE NOT c.settled AND c.state = 'registered' AND EXISTS (
    SELECT 1 FROM mortgage_case later
    WHERE later.bank = c.bank AND later.application_no = c.application_no AND later.registered AND later.filed_at >= c.filed_at AND later.case_no <> c.case_no
      AND (later.right_of = c.right_of) IS NOT FALSE
      AND (later.kind = 'cancellation' OR c.kind = 'double-pre-notice' AND later.kind = 'conversion'));

CREATE OR REPLACE VIEW mortgage_fact_case AS
SELECT case_no, partner, bank, application_no, kind, area_code, filed_by, filed_on, filed_at, promised_by, legal_by, registry_no, state, state_at, due_on,
       registered, certified, settled OR EXISTS (SELECT 1 FROM mortgage_superseded s WHERE s.case_no = c.case_no) AS settled, doubts, refused, heard_at, asked_at, days_from, certificates,
       right_of, opinion_no
FROM mortgage_case c;
COMMENT ON COLUMN mortgage_fact_case.right_of IS 'case that first applied for the right this one is about; null: not known, it may be any of its loan';
COMMENT ON COLUMN mortgage_fact_case.opinion_no IS 'approval it was filed for; null: none was compared';

-- Rulings for a bank whose case stays in the score, because without it the score would be lower.
CREATE TABLE assessment_spared (
    ruling bigint      PRIMARY KEY REFERENCES assessment_ruling,
    at     timestamptz NOT NULL
);

CREATE OR REPLACE VIEW assessment_fact_case AS
SELECT c.period_no, p.bank AS partner, c.measure, c.case_no, c.account_no, c.reference, c.on_day, c.amounts, c.short AND u.told_no IS NULL AS short,
       coalesce(c.excluded, CASE WHEN u.told_no IS NOT NULL THEN 'objection-upheld' END) AS excluded, c.remark, c.message_ids
FROM assessment_case c
JOIN assessment_period p ON p.period_no = c.period_no
LEFT JOIN LATERAL (SELECT t.told_no FROM assessment_told t JOIN assessment_objection o ON o.period_no = t.period_no AND o.told_no = t.told_no
                   JOIN assessment_ruling r ON r.number = o.number AND r.confirmed
                   LEFT JOIN assessment_committee d ON d.objection = o.number AND d.confirmed
                   WHERE t.period_no = c.period_no AND t.measure = c.measure AND t.case_no = c.case_no AND coalesce(d.upheld, r.upheld)
                     AND NOT EXISTS (SELECT 1 FROM assessment_adjustment a WHERE a.ruling = r.id)
                     AND NOT EXISTS (SELECT 1 FROM assessment_spared s WHERE s.ruling = r.id) LIMIT 1) u ON true;
